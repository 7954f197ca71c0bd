/** What a page of refusal says: its status, the code for the person, and the id that the log has too. */
export async function refusalOf(answer: Response): Promise<{ status: number; code: string; id: string; html: string }> {
  const html = await answer.text()
  const read = (name: string) => new RegExp(`<dt>${name}</dt><dd>([^<]*)</dd>`).exec(html)?.[1] ?? ''
  return { status: answer.status, code: read('Code'), id: read('Id of this problem'), html }
}

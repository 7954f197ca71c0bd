/** The scores or results of a line item: the word goes to the path, before any query (Moodle's line items carry `?type_id=`). */
export function underLineItem(
  lineItem: string,
  part: 'scores' | 'results',
  query: Record<string, string> = {},
): string {
  const url = new URL(lineItem)
  url.pathname = `${url.pathname.replace(/\/$/, '')}/${part}`
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  return url.href
}

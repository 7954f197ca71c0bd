/** The `data` of each server-sent event (WHATWG HTML, 9.2), comments and other fields left out. */
export async function* eventData(response: Response): AsyncGenerator<string> {
  if (!response.body) return
  let rest = ''
  let data: string[] = []
  for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + text).split(/\r\n|\n|\r(?!$)/)
    rest = lines.pop() ?? ''
    for (const line of lines) {
      if (line.startsWith('data:')) data.push(line.slice(line[5] === ' ' ? 6 : 5))
      if (line === '' && data.length > 0) {
        yield data.join('\n')
        data = []
      }
    }
  }
}

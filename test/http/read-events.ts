/** One server-sent event, its data parsed. */
export interface SentEvent {
  event: string
  // biome-ignore lint/suspicious/noExplicitAny: what comes over the wire is what the test finds out
  data: any
}

/** The events of a stream, as they come; comments are left out. */
export async function* readEvents(response: Response): AsyncGenerator<SentEvent> {
  let text = ''
  for await (const part of response.body!.pipeThrough(new TextDecoderStream())) {
    const blocks = (text + part).split('\n\n')
    text = blocks.pop()!
    for (const block of blocks) {
      const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1]
      const event = field('event')
      if (event) yield { event, data: JSON.parse(field('data') ?? 'null') }
    }
  }
}

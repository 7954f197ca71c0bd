export interface StreamedEvent {
  event: string
  data: string
}

/** Server-sent events (WHATWG HTML, 9.2.6) of a fetched body; EventSource cannot POST. */
export async function* streamedEvents(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<StreamedEvent> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  try {
    for (;;) {
      const { value, done } = await reader.read()
      if (done) return
      const blocks = (rest + value).split(/\r?\n\r?\n/)
      rest = blocks.pop() ?? ''
      for (const block of blocks) {
        const fields = block.split(/\r?\n/).map((line) => /^([^:]*):? ?(.*)$/.exec(line) ?? [])
        const data = fields.filter(([, name]) => name === 'data').map(([, , text]) => text)
        if (data.length > 0)
          yield { event: fields.find(([, name]) => name === 'event')?.[2] ?? 'message', data: data.join('\n') }
      }
    }
  } finally {
    await reader.cancel().catch(() => {})
  }
}

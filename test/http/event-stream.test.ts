import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from '@jest/globals'
import type { Response } from 'express'
import { eventStream } from '../../src/http/event-stream.js'

const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0)) close()
})

async function answered(handler: RequestListener): Promise<globalThis.Response> {
  const server = createServer(handler)
  closers.push(() => server.close())
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
}
const lifecycle = (stopping = new AbortController()) => ({
  stopping: stopping.signal,
  stopped: new AbortController().signal,
})

/** Reads until the text holds `wanted`, or to the end. */
async function readUntil(response: globalThis.Response, wanted: string): Promise<string> {
  let text = ''
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
  while (!text.includes(wanted)) {
    const { done, value } = await reader.read()
    if (done) break
    text += value
  }
  await reader.cancel()
  return text
}

describe('an event stream', () => {
  test('leaves the status open until there is something to tell', async () => {
    const response = await answered((_req, res) => {
      const events = eventStream(res as Response, lifecycle())
      if (!events.opened) res.writeHead(422).end()
    })
    expect(response.status).toBe(422)
  })

  test('writes each event with one line of JSON, and says when it ends', async () => {
    const response = await answered((_req, res) => {
      const events = eventStream(res as Response, lifecycle())
      events.send('step', { text: 'one\ntwo' })
      events.end()
    })
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
    expect(await response.text()).toBe('event: step\ndata: {"text":"one\\ntwo"}\n\nevent: end\ndata: {}\n\n')
  })

  test('keeps a silent connection open by comments', async () => {
    const response = await answered((_req, res) => void eventStream(res as Response, lifecycle(), 5))
    expect(await readUntil(response, ': ')).toMatch(/^: still here\n\n/)
  })

  test('tells that the service is about to stop', async () => {
    const stopping = new AbortController()
    const response = await answered((_req, res) => {
      const events = eventStream(res as Response, lifecycle(stopping))
      events.send('step', {})
    })
    stopping.abort()
    expect(await readUntil(response, 'event: closing')).toContain('event: closing')
  })
})

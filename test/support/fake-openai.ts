import { type FakeModelServer, fakeModelServer } from './fake-model-server.js'

const data = (value: object) => `data: ${JSON.stringify(value)}\n\n`

/** A server on a free port that speaks OpenAI's chat completions as a stream. */
export const fakeOpenai = (): Promise<FakeModelServer> =>
  fakeModelServer({
    contentType: 'text/event-stream',
    chatPath: '/chat/completions',
    begin: [': keep-alive\n\n', data({ choices: [{ index: 0, delta: { role: 'assistant', content: '' } }] })],
    token: (content) => data({ choices: [{ index: 0, delta: { content }, finish_reason: null }] }),
    end: (why) => [data({ choices: [{ index: 0, delta: {}, finish_reason: why }] }), 'data: [DONE]\n\n'],
    error: (message) => JSON.stringify({ error: { message, type: 'server_error' } }),
    get: () => ({ object: 'list', data: [{ id: 'gpt-4o-mini', object: 'model' }] }),
  })

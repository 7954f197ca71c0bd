import { type FakeModelServer, fakeModelServer } from './fake-model-server.js'

const event = (value: { type: string } & Record<string, unknown>) =>
  `event: ${value.type}\ndata: ${JSON.stringify(value)}\n\n`

/** A server on a free port that speaks Anthropic's messages API as a stream, answering by the tool it was told to use. */
export const fakeAnthropic = (): Promise<FakeModelServer> =>
  fakeModelServer({
    contentType: 'text/event-stream',
    chatPath: '/v1/messages',
    begin: [
      event({ type: 'message_start', message: { role: 'assistant', content: [] } }),
      event({
        type: 'content_block_start',
        index: 0,
        content_block: { type: 'tool_use', id: 'toolu_1', name: 'answer', input: {} },
      }),
      event({ type: 'ping' }),
    ],
    token: (text) =>
      event({ type: 'content_block_delta', index: 0, delta: { type: 'input_json_delta', partial_json: text } }),
    end: (why) => [
      event({ type: 'content_block_stop', index: 0 }),
      event({ type: 'message_delta', delta: { stop_reason: why === 'stop' ? 'tool_use' : 'max_tokens' } }),
      event({ type: 'message_stop' }),
    ],
    error: (message) => JSON.stringify({ type: 'error', error: { type: 'api_error', message } }),
    get: () => ({ data: [{ type: 'model', id: 'claude-haiku-4-5' }] }),
  })

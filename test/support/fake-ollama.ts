import { type FakeModelServer, fakeModelServer } from './fake-model-server.js'

const line = (value: object) => `${JSON.stringify(value)}\n`

/** An Ollama on a free port that speaks /api/chat and /api/tags, and has the models named. */
export const fakeOllama = (models: string[] = ['llama3.1:8b-instruct-q4_K_M']): Promise<FakeModelServer> =>
  fakeModelServer({
    contentType: 'application/x-ndjson',
    chatPath: '/api/chat',
    begin: [],
    token: (content) => line({ model: models[0], message: { role: 'assistant', content }, done: false }),
    end: (why) => [
      line({ model: models[0], message: { role: 'assistant', content: '' }, done: true, done_reason: why }),
    ],
    error: (error) => JSON.stringify({ error }),
    get: () => ({ models: models.map((name) => ({ name, model: name })) }),
  })

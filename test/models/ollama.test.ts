import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { chatModel } from '../../integrations/models/chat-model.js'
import { ollama } from '../../integrations/models/ollama.js'
import type { FakeModelServer } from '../support/fake-model-server.js'
import { fakeOllama } from '../support/fake-ollama.js'
import { chatContract } from './chat-contract.js'
import { hookCall, hooks, modelContract } from './contract.js'

const model = 'llama3.1:8b-instruct-q4_K_M'
const at = (host: string) => ollama({ host, model })

modelContract('ollama', async () => {
  const server = await fakeOllama()
  server.script({ text: JSON.stringify(hooks) })
  return { model: chatModel(at(server.url)), close: server.close }
})

chatContract('ollama', {
  serve: fakeOllama,
  provider: at,
  said: ({ messages }) => (messages as { content: string }[]).map(({ content }) => content).join('\n'),
})

let server: FakeModelServer
beforeAll(async () => {
  server = await fakeOllama(['mistral:latest'])
})
afterAll(() => server.close())

test('a missing model is said in plain words, with the line that gets it', async () => {
  expect(await at(server.url).trouble(new AbortController().signal)).toBe(
    `Ollama has no model "${model}". Get it with: ollama pull ${model}`,
  )
  server.script({ status: 404, error: `model "${model}" not found, try pulling it first` })
  await expect(chatModel(at(server.url)).generate(hookCall())).rejects.toMatchObject({
    code: 'unavailable',
    message: expect.stringContaining(`ollama pull ${model}`),
  })
})

test('a model without a tag is the latest one', async () => {
  expect(await ollama({ host: server.url, model: 'mistral' }).trouble(new AbortController().signal)).toBeNull()
})

test('a server that is not there is said in plain words', async () => {
  expect(await at('http://127.0.0.1:9').trouble(new AbortController().signal)).toMatch(
    /does not answer at .*ollama serve/,
  )
})

test('the answer is structured by format, its length and the context are bounded', async () => {
  server.script({ text: JSON.stringify(hooks) })
  await chatModel(at(server.url)).generate(hookCall())
  const { format, options, stream } = server.asked.at(-1)!.body as { format: object; options: object; stream: boolean }
  expect(format).toMatchObject({ type: 'object', required: ['options'] })
  expect(options).toMatchObject({ num_ctx: 8192, seed: 7, num_predict: expect.any(Number) })
  expect(stream).toBe(true)
})

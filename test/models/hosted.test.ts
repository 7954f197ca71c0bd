import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { anthropic } from '../../integrations/models/anthropic.js'
import { chatModel } from '../../integrations/models/chat-model.js'
import { openai } from '../../integrations/models/openai.js'
import { fakeAnthropic } from '../support/fake-anthropic.js'
import type { FakeModelServer } from '../support/fake-model-server.js'
import { fakeOpenai } from '../support/fake-openai.js'
import { chatContract } from './chat-contract.js'
import { hookCall, hooks, modelContract } from './contract.js'

const turns = ({ messages }: Record<string, unknown>) =>
  (messages as { content: string }[]).map(({ content }) => content).join('\n')
const vendors = [
  ['openai', fakeOpenai, (baseUrl: string) => openai({ baseUrl, apiKey: 'sk-test', model: 'gpt-4o-mini' })],
  [
    'anthropic',
    fakeAnthropic,
    (baseUrl: string) => anthropic({ baseUrl, apiKey: 'sk-ant-test', model: 'claude-haiku-4-5' }),
  ],
] as const

for (const [name, serve, provider] of vendors) {
  modelContract(name, async () => {
    const server = await serve()
    server.script({ text: JSON.stringify(hooks) })
    return { model: chatModel(provider(server.url)), close: server.close }
  })
  chatContract(name, { serve, provider, said: turns })
}

const servers: Record<string, FakeModelServer> = {}
beforeAll(async () => {
  servers.openai = await fakeOpenai()
  servers.anthropic = await fakeAnthropic()
})
afterAll(() => Promise.all(Object.values(servers).map((server) => server.close())))

test('a key that is not taken is said by the name of its setting, never by its value', async () => {
  for (const [name, , provider] of vendors) {
    const server = servers[name]!
    server.script({ status: 401, error: 'invalid key sk-test' })
    const failure = await chatModel(provider(server.url))
      .generate(hookCall())
      .catch((error: unknown) => error as Error)
    expect((failure as Error).message).toContain(`${name.toUpperCase()}_API_KEY`)
    expect(JSON.stringify(failure)).not.toContain('sk-')
  }
})

test('OpenAI is asked for the strict schema, Anthropic for the one tool', async () => {
  for (const [name, , provider] of vendors) {
    servers[name]!.script({ text: JSON.stringify(hooks) })
    await chatModel(provider(servers[name]!.url)).generate(hookCall())
  }
  expect(servers.openai!.asked.at(-1)!.body).toMatchObject({
    response_format: { type: 'json_schema', json_schema: { strict: true, name: 'hook_generator' } },
  })
  expect(servers.openai!.asked.at(-1)!.headers.authorization).toBe('Bearer sk-test')
  expect(servers.anthropic!.asked.at(-1)!.body).toMatchObject({ tool_choice: { type: 'tool', name: 'hook_generator' } })
})

test('without a key Anthropic is in trouble; a server of the OpenAI kind may need none', async () => {
  const { signal } = new AbortController()
  expect(await anthropic({ baseUrl: servers.anthropic!.url, apiKey: null, model: 'm' }).trouble(signal)).toContain(
    'ANTHROPIC_API_KEY',
  )
  expect(await openai({ baseUrl: servers.openai!.url, apiKey: null, model: 'm' }).trouble(signal)).toBeNull()
})

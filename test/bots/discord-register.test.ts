import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { commands } from '../../bots/commands.js'
import { runCli } from '../main/run-process.js'
import { applicationId, type FakeDiscord, fakeDiscord, token } from '../support/fake-discord.js'

let discord: FakeDiscord
beforeAll(async () => {
  discord = await fakeDiscord()
})
afterAll(() => discord.close())

const register = (settings: Record<string, string> = {}) =>
  runCli(['discord', 'register'], {
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    DISCORD_TOKEN: token,
    DISCORD_APPLICATION_ID: applicationId,
    DISCORD_API_URL: discord.url,
    JWT_SECRET: 'x'.repeat(64),
    ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
    ...settings,
  })

test('an administrator registers the commands, for servers alone, and is given the way to invite the bot', async () => {
  const { code, out } = await register()
  expect({ code, complaints: discord.complaints }).toEqual({ code: 0, complaints: [] })
  const [mashup] = discord.commands.registered
  expect(mashup?.options.map(({ name }) => name)).toEqual(commands.map(({ name }) => name))
  const address = new URL(out.split('\n').find((line) => line.startsWith('https:')) ?? '')
  expect(Object.fromEntries(address.searchParams)).toEqual({
    client_id: applicationId,
    scope: 'bot applications.commands',
    // View Channel, Send Messages, Attach Files, Create Public Threads, Send Messages in Threads.
    permissions: String((1n << 10n) | (1n << 11n) | (1n << 15n) | (1n << 35n) | (1n << 38n)),
  })
})

test('each command, option and choice has a name and words in each language', async () => {
  await register()
  const [mashup] = discord.commands.registered
  const languages = ['de', 'es-419', 'es-ES', 'fr']
  for (const command of mashup?.options ?? []) {
    const named = [command, ...command.options]
    for (const { name, name_localizations = {}, description_localizations = {} } of named) {
      expect({ name, languages: Object.keys(name_localizations).sort() }).toEqual({ name, languages })
      expect({ name, languages: Object.keys(description_localizations).sort() }).toEqual({ name, languages })
    }
    for (const language of languages) {
      const names = mashup?.options.map((one) => one.name_localizations?.[language])
      expect(new Set(names).size).toBe(commands.length)
    }
    for (const { name, name_localizations = {} } of command.options.flatMap(({ choices = [] }) => choices))
      expect({ name, languages: Object.keys(name_localizations).sort() }).toEqual({ name, languages })
  }
})

test.each([
  ['no token', { DISCORD_TOKEN: '' }, 'DISCORD_TOKEN: must be set'],
  ['a token that Discord does not know', { DISCORD_TOKEN: 'old' }, 'DISCORD_TOKEN: is not accepted by Discord'],
  [
    'the id of another application',
    { DISCORD_APPLICATION_ID: '100000000000000009' },
    'DISCORD_APPLICATION_ID: is not the application',
  ],
])('with %s it says which setting to mend', async (_, settings, said) => {
  const { code, err } = await register(settings)
  expect(code).toBe(2)
  expect(err).toContain(said)
})

test('when Discord cannot be reached it says so', async () => {
  const { code, err } = await register({ DISCORD_API_URL: 'http://127.0.0.1:9/api' })
  expect(code).toBe(1)
  expect(err).toContain('Discord cannot be reached')
})

import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { readConfig } from '../../src/config.js'
import { AppError } from '../../src/errors.js'
import { settingsSchema } from '../../src/settings.js'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lmm-config-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const read = (env: Record<string, string> = {}) => readConfig({ DATA_DIR: folder, ...env })

function refusal(env: Record<string, string>): AppError {
  try {
    read(env)
  } catch (error) {
    if (error instanceof AppError) return error
  }
  throw new Error('it was not refused')
}

const secrets = { JWT_SECRET: 'j'.repeat(32), ENCRYPTION_KEY: Buffer.alloc(32, 1).toString('base64') }
const production = { NODE_ENV: 'production', ...secrets }

/** For each variable that can be wrong, a value that is. */
const wrong: Record<string, string> = {
  NODE_ENV: 'staging-7261',
  LOG_LEVEL: 'loud-7261',
  HOST: 'a b 7261',
  PORT: '72610',
  PUBLIC_URL: 'ftp://school-7261.example',
  DATABASE_URL: 'mysql://user:7261@host/db',
  REDIS_URL: 'http://host:7261',
  LMM_ROLES: 'web,king-7261',
  LMM_MODELS: 'embedded,embedded',
  OLLAMA_HOST: 'localhost:7261',
  OLLAMA_MODEL: 'two words 7261',
  OPENAI_API_KEY: 'sk 7261',
  OPENAI_BASE_URL: 'api-7261',
  OPENAI_MODEL: 'a model 7261',
  ANTHROPIC_API_KEY: 'key 7261',
  ANTHROPIC_BASE_URL: '//7261',
  ANTHROPIC_MODEL: 'a model 7261',
  SLACK_BOT_TOKEN: 'xoxb 7261',
  SLACK_SIGNING_SECRET: 'a b 7261',
  SLACK_APP_TOKEN: 'xapp 7261',
  SLACK_CLIENT_ID: '1 7261',
  SLACK_CLIENT_SECRET: 'a b 7261',
  SLACK_API_URL: 'slack-7261',
  DISCORD_TOKEN: 'a b 7261',
  DISCORD_APPLICATION_ID: 'app-7261',
  DISCORD_API_URL: 'discord-7261',
  JWT_SECRET: 'short-7261',
  ENCRYPTION_KEY: 'bm90IDMyIGJ5dGVzIDcyNjE=',
  DATA_RETENTION_DAYS: '-7261',
  METRICS_PORT: '9e3',
  LMM_GUESTS: 'maybe-7261',
  LMM_SANDBOX: '7261',
  LMM_STEP_SECONDS: 'king=7261',
  LMM_SONG_SECONDS: '0',
  LMM_RATE_PER_MINUTE: '0.7261',
  LMM_CACHE_MB: '-7261',
}
/** Any folder may be meant, and any host. */
const free = ['DATA_DIR', 'LMM_PRIVATE_HOSTS']

describe('settings', () => {
  test('a fresh clone needs none', () => {
    expect(read()).toMatchObject({
      environment: 'development',
      host: '127.0.0.1',
      port: 8000,
      publicUrl: 'http://localhost:8000',
      databaseUrl: null,
      redisUrl: null,
      dataDir: folder,
      roles: ['web', 'worker'],
      models: ['embedded'],
      metricsPort: null,
      guests: true,
      sandbox: true,
    })
  })

  test.each(Object.entries(wrong))('a bad %s stops the start, is named, and is not repeated', (name, value) => {
    const { code, message, faults } = refusal({ [name]: value })
    expect(code).toBe('invalid_request')
    expect(faults.map(({ at }) => at)).toEqual([name])
    expect(message).toContain(`${name}: must`)
    expect(message).not.toMatch(/7261|bm90/)
  })

  test('the list of bad values above leaves no variable out', () => {
    expect([...Object.keys(wrong), ...free].sort()).toEqual(Object.keys(settingsSchema.shape).sort())
  })

  test('all that is wrong is said at once', () => {
    expect(
      refusal({ PORT: 'x', LOG_LEVEL: 'x' })
        .faults.map(({ at }) => at)
        .sort(),
    ).toEqual(['LOG_LEVEL', 'PORT'])
  })

  test('what is set to nothing is not set', () => {
    expect(read({ PORT: '', DATABASE_URL: ' ', LMM_GUESTS: '', LMM_ROLES: '' })).toEqual(read())
  })

  test('.env.example names every variable and nothing else, and can be used as it is', async () => {
    const lines = (await readFile(new URL('../../.env.example', import.meta.url), 'utf8')).split('\n')
    const pairs = lines
      .filter((line) => line && !line.startsWith('#'))
      .map((line) => line.split('=', 2) as [string, string])
    expect(pairs.map(([name]) => name).sort()).toEqual(Object.keys(settingsSchema.shape).sort())
    const copied = { ...Object.fromEntries(pairs), DATA_DIR: folder }
    expect(read(copied)).toEqual(read())
    // What a setting asks for besides is asked for of a copy too.
    expect(refusal({ ...copied, LMM_MODELS: 'openai' }).faults).toMatchObject([{ at: 'OPENAI_API_KEY' }])
  })

  test('what a setting asks for besides is asked for by name', () => {
    const asked = (env: Record<string, string>) => refusal(env).faults.map(({ at }) => at)
    expect(asked({ LMM_MODELS: 'openai' })).toEqual(['OPENAI_API_KEY'])
    expect(asked({ LMM_MODELS: 'anthropic,embedded' })).toEqual(['ANTHROPIC_API_KEY'])
    expect(asked({ LMM_ROLES: 'slack' })).toEqual(['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET'])
    expect(asked({ SLACK_CLIENT_ID: 'x', SLACK_APP_TOKEN: 'y' })).toEqual(['SLACK_CLIENT_SECRET'])
    expect(asked({ LMM_ROLES: 'discord' })).toEqual(['DISCORD_TOKEN'])
  })

  test('rooms and models are opened by what they need', () => {
    expect(read({ SLACK_BOT_TOKEN: 'x', SLACK_APP_TOKEN: 'z', DISCORD_TOKEN: 'y' }).roles).toEqual([
      'web',
      'worker',
      'slack',
      'discord',
    ])
    expect(read({ OLLAMA_HOST: 'http://127.0.0.1:11434/' })).toMatchObject({
      models: ['ollama', 'embedded'],
      ollama: { host: 'http://127.0.0.1:11434' },
    })
    expect(read({ LMM_MODELS: ' embedded , ollama ' }).models).toEqual(['embedded', 'ollama'])
  })
})

describe('secrets', () => {
  test('production demands them, and lets nobody in unasked', () => {
    expect(refusal({ NODE_ENV: 'production' }).faults.map(({ at }) => at)).toEqual(['JWT_SECRET', 'ENCRYPTION_KEY'])
    expect(read(production)).toMatchObject({ host: '0.0.0.0', guests: false, sandbox: false })
    expect(read({ ...production, LMM_GUESTS: 'true' }).guests).toBe(true)
  })

  test('development makes them once, for its own account alone', async () => {
    const [first, second] = [read(), read()]
    expect(second.jwtSecret.equals(first.jwtSecret)).toBe(true)
    expect(second.encryptionKey.equals(first.encryptionKey)).toBe(true)
    expect(first.encryptionKey.symmetricKeySize).toBe(32)
    for (const name of ['JWT_SECRET', 'ENCRYPTION_KEY']) {
      expect((await stat(join(folder, 'secrets', name))).mode & 0o777).toBe(0o600)
    }
  })

  test('given ones are used as they are', () => {
    const { jwtSecret, encryptionKey } = read(production)
    expect(jwtSecret.export().toString()).toBe(secrets.JWT_SECRET)
    expect(encryptionKey.export().toString('base64')).toBe(secrets.ENCRYPTION_KEY)
  })

  test('a folder that cannot hold them is named', async () => {
    const file = join(folder, 'a file')
    await writeFile(file, '')
    expect(refusal({ DATA_DIR: file }).faults.map(({ at }) => at)).toEqual(['DATA_DIR'])
  })

  test('they do not show when the configuration is printed', () => {
    const config = read(production)
    for (const shown of [JSON.stringify(config), inspect(config, { depth: 9 })]) {
      expect(shown).not.toContain(secrets.JWT_SECRET)
      expect(shown).not.toContain(secrets.ENCRYPTION_KEY)
    }
  })

  test('nothing in it can be changed', () => {
    const config = read()
    expect(() => Object.assign(config, { port: 1 })).toThrow(TypeError)
    expect(() => Object.assign(config.ollama, { host: 'x' })).toThrow(TypeError)
    expect(() => (config.roles as string[]).push('king')).toThrow(TypeError)
  })
})

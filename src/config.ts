import { createSecretKey, type KeyObject } from 'node:crypto'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { loadEnvFile } from 'node:process'
import type { TaskName } from './domain/tasks.js'
import { AppError, type Fault } from './errors.js'
import { keptSecret } from './secrets.js'
import {
  defaultModels,
  defaultRoles,
  type ModelName,
  type RoleName,
  type Settings,
  settingsSchema,
  stepSeconds,
} from './settings.js'

/** All settings, understood. Secrets that sign or encrypt are KeyObjects, which neither print nor turn into JSON. */
export interface Config {
  environment: Settings['NODE_ENV']
  logLevel: Settings['LOG_LEVEL']
  host: string
  port: number
  /** Without a slash at its end. */
  publicUrl: string
  /** `null`: the embedded PostgreSQL under `dataDir`. */
  databaseUrl: string | null
  /** `null`: the memory of this one process. */
  redisUrl: string | null
  /** Absolute. */
  dataDir: string
  roles: readonly RoleName[]
  models: readonly ModelName[]
  ollama: { host: string; model: string }
  openai: { apiKey: string | null; baseUrl: string; model: string }
  anthropic: { apiKey: string | null; baseUrl: string; model: string }
  /** What a step of the workflow may take, and what a whole song may. */
  stepSeconds: Readonly<Record<TaskName, number>>
  songSeconds: number
  slack: {
    botToken: string | null
    signingSecret: string | null
    appToken: string | null
    clientId: string | null
    clientSecret: string | null
    apiUrl: string
  }
  discord: { token: string | null; applicationId: string | null; apiUrl: string }
  /** Signs API tokens, HS256. */
  jwtSecret: KeyObject
  /** 32 bytes for AES-256-GCM: what rests encrypted in the database. */
  encryptionKey: KeyObject
  retentionDays: number
  /** `null`: no metrics server. */
  metricsPort: number | null
  guests: boolean
  sandbox: boolean
  /** Hosts that outbound requests may reach although their addresses are private. */
  privateHosts: readonly string[]
  /** Songs that one person or address may ask for in a minute. */
  ratePerMinute: number
  /** Bytes that rendered scores and sounds may take under `dataDir`. */
  cacheBytes: number
}

type Environment = Record<string, string | undefined>

/** The process's environment, with what a `.env` file beside it adds (what is set already wins). */
export function environment(): Environment {
  if (existsSync('.env')) loadEnvFile('.env')
  return process.env
}

/** Refuses with `invalid_request`, naming each variable that is wrong and what it should be; never its value. */
export function readConfig(env: Environment): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  )
  const parsed = settingsSchema.safeParse(given)
  if (!parsed.success) throw refusal(parsed.error.issues.map(({ path, message }) => ({ at: String(path[0]), message })))
  const set = parsed.data
  const development = set.NODE_ENV !== 'production'
  const dataDir = resolve(set.DATA_DIR)
  return deepFreeze({
    environment: set.NODE_ENV,
    logLevel: set.LOG_LEVEL,
    host: set.HOST ?? (development ? '127.0.0.1' : '0.0.0.0'),
    port: set.PORT,
    publicUrl: set.PUBLIC_URL ?? `http://localhost:${set.PORT}`,
    databaseUrl: set.DATABASE_URL ?? null,
    redisUrl: set.REDIS_URL ?? null,
    dataDir,
    roles: set.LMM_ROLES ?? defaultRoles(set),
    models: set.LMM_MODELS ?? defaultModels(set),
    ollama: { host: set.OLLAMA_HOST ?? 'http://127.0.0.1:11434', model: set.OLLAMA_MODEL },
    openai: {
      apiKey: set.OPENAI_API_KEY ?? null,
      baseUrl: set.OPENAI_BASE_URL ?? 'https://api.openai.com/v1',
      model: set.OPENAI_MODEL,
    },
    anthropic: { apiKey: set.ANTHROPIC_API_KEY ?? null, baseUrl: set.ANTHROPIC_BASE_URL, model: set.ANTHROPIC_MODEL },
    stepSeconds: stepSeconds(set),
    songSeconds: set.LMM_SONG_SECONDS,
    slack: {
      botToken: set.SLACK_BOT_TOKEN ?? null,
      signingSecret: set.SLACK_SIGNING_SECRET ?? null,
      appToken: set.SLACK_APP_TOKEN ?? null,
      clientId: set.SLACK_CLIENT_ID ?? null,
      clientSecret: set.SLACK_CLIENT_SECRET ?? null,
      apiUrl: set.SLACK_API_URL,
    },
    discord: {
      token: set.DISCORD_TOKEN ?? null,
      applicationId: set.DISCORD_APPLICATION_ID ?? null,
      apiUrl: set.DISCORD_API_URL,
    },
    jwtSecret: set.JWT_SECRET ? createSecretKey(set.JWT_SECRET, 'utf8') : kept(dataDir, 'JWT_SECRET', 48),
    encryptionKey: set.ENCRYPTION_KEY
      ? createSecretKey(set.ENCRYPTION_KEY, 'base64')
      : kept(dataDir, 'ENCRYPTION_KEY', 32),
    retentionDays: set.DATA_RETENTION_DAYS,
    metricsPort: set.METRICS_PORT ?? null,
    guests: set.LMM_GUESTS ?? development,
    sandbox: set.LMM_SANDBOX ?? development,
    privateHosts: set.LMM_PRIVATE_HOSTS,
    ratePerMinute: set.LMM_RATE_PER_MINUTE,
    cacheBytes: set.LMM_CACHE_MB * 1024 * 1024,
  })
}

function kept(dataDir: string, name: string, bytes: number): KeyObject {
  try {
    return keptSecret(dataDir, name, bytes)
  } catch (cause) {
    throw refusal([{ at: 'DATA_DIR', message: `must be a folder where ${name} can be kept, or set ${name}` }], cause)
  }
}

function refusal(faults: Fault[], cause?: unknown): AppError {
  const lines = faults.map(({ at, message }) => `  ${at}: ${message}`)
  return new AppError('invalid_request', `Settings that cannot be used:\n${lines.join('\n')}`, { cause, faults })
}

function deepFreeze<T extends object>(value: T): T {
  for (const part of Object.values(value)) {
    if (Array.isArray(part) || Object.getPrototypeOf(part ?? 0) === Object.prototype) deepFreeze(part)
  }
  return Object.freeze(value)
}

import { z } from 'zod'
import { type TaskName, tasks } from './domain/tasks.js'

/** What the environment may say, variable by variable. Messages say what is expected and never repeat what was given. */
const roleNames = ['web', 'worker', 'slack', 'discord'] as const
export type RoleName = (typeof roleNames)[number]

const modelNames = ['ollama', 'openai', 'anthropic', 'embedded'] as const
export type ModelName = (typeof modelNames)[number]

const text = z.string().trim()
const whole = (min: number, max: number) => {
  const expected = `must be a whole number from ${min} to ${max}`
  return text
    .regex(/^\d{1,10}$/, expected)
    .transform(Number)
    .pipe(z.int(expected).min(min, expected).max(max, expected))
}
const port = whole(0, 65_535)
const flag = z.stringbool({ error: 'must be true or false' })

const isUrl = (value: string, schemes: readonly string[]) => {
  const url = URL.parse?.(value) ?? (URL.canParse(value) ? new URL(value) : null)
  return url !== null && schemes.includes(url.protocol)
}
const url = (...schemes: string[]) =>
  text.refine(
    (value) => isUrl(value, schemes),
    `must be a URL that starts with ${schemes.map((s) => `${s}//`).join(' or ')}`,
  )
const webUrl = url('https:', 'http:').transform((value) => value.replace(/\/+$/, ''))

const words = text.transform((value) =>
  value
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean),
)
const listOf = <T extends string>(names: readonly T[]) => {
  const expected = `must be a list, without doubles, of: ${names.join(', ')}`
  return words
    .pipe(z.array(z.enum(names, expected)).min(1, expected))
    .refine((list) => new Set(list).size === list.length, expected)
}
const taskNames = Object.keys(tasks) as TaskName[]
/** "240" for every step, or "240,lyrics_composer=400": seconds for one step each, the bare number for the rest. */
const stepList = text.transform((value, issues) => {
  const set: Partial<Record<TaskName | 'other', number>> = {}
  for (const part of value.split(',')) {
    const [, name = 'other', seconds] = /^(?:([a-z_]+)=)?([1-9]\d{0,3})$/.exec(part.trim()) ?? []
    const known = taskNames.find((task) => task === name) ?? (name === 'other' ? name : undefined)
    if (known && seconds) set[known] = Number(seconds)
    else {
      issues.addIssue(
        `must be seconds from 1 to 9999, or a list such as 240,lyrics_composer=400 (${taskNames.join(', ')})`,
      )
      return z.NEVER
    }
  }
  return set
})
const secret = (pattern: RegExp, expected: string) => text.regex(pattern, expected)
/** A bad one is all that is said then: what else it would ask for comes to light once it is good. */
const token = text.regex(/^[\x21-\x7e]+$/, { error: 'must be one word of printable characters', abort: true })

export const settingsSchema = z
  .object({
    NODE_ENV: z
      .enum(['development', 'production', 'test'], 'must be development, production or test')
      .default('development'),
    LOG_LEVEL: z
      .enum(
        ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'],
        'must be trace, debug, info, warn, error, fatal or silent',
      )
      .default('info'),
    HOST: text.regex(/^[A-Za-z0-9.:-]+$/, 'must be an address or a host name').optional(),
    PORT: port.default(8000),
    PUBLIC_URL: webUrl.optional(),
    DATABASE_URL: url('postgres:', 'postgresql:').optional(),
    REDIS_URL: url('redis:', 'rediss:').optional(),
    DATA_DIR: text.default('./data'),
    LMM_ROLES: listOf(roleNames).optional(),
    LMM_MODELS: listOf(modelNames).optional(),
    OLLAMA_HOST: webUrl.optional(),
    OLLAMA_MODEL: token.default('llama3.1:8b-instruct-q4_K_M'),
    OPENAI_API_KEY: token.optional(),
    OPENAI_BASE_URL: webUrl.optional(),
    OPENAI_MODEL: token.default('gpt-4o-mini'),
    ANTHROPIC_API_KEY: token.optional(),
    ANTHROPIC_BASE_URL: webUrl.default('https://api.anthropic.com'),
    ANTHROPIC_MODEL: token.default('claude-haiku-4-5'),
    SLACK_BOT_TOKEN: token.optional(),
    SLACK_SIGNING_SECRET: token.optional(),
    SLACK_APP_TOKEN: token.optional(),
    SLACK_CLIENT_ID: token.optional(),
    SLACK_CLIENT_SECRET: token.optional(),
    SLACK_API_URL: webUrl.default('https://slack.com/api'),
    DISCORD_TOKEN: token.optional(),
    DISCORD_APPLICATION_ID: text
      .regex(/^\d{15,22}$/, 'must be the number that Discord shows as application id')
      .optional(),
    DISCORD_API_URL: webUrl.default('https://discord.com/api'),
    JWT_SECRET: secret(/^.{32,}$/, 'must have at least 32 characters').optional(),
    ENCRYPTION_KEY: secret(/^[A-Za-z0-9+/]{43}=$/, 'must be 32 bytes in base64 (openssl rand -base64 32)').optional(),
    DATA_RETENTION_DAYS: whole(1, 3650).default(365),
    METRICS_PORT: port.optional(),
    LMM_GUESTS: flag.optional(),
    LMM_SANDBOX: flag.optional(),
    LMM_PRIVATE_HOSTS: words.default([]),
    LMM_STEP_SECONDS: stepList.default({}),
    LMM_SONG_SECONDS: whole(1, 86_400).default(900),
    LMM_RATE_PER_MINUTE: whole(1, 100_000).default(30),
    LMM_CACHE_MB: whole(16, 1_000_000).default(512),
  })
  .superRefine((set, issues) => {
    const demand = (name: keyof typeof set, message: string) =>
      issues.addIssue({ code: 'custom', path: [name], message })
    if (set.NODE_ENV === 'production') {
      for (const name of ['JWT_SECRET', 'ENCRYPTION_KEY'] as const)
        if (!set[name]) demand(name, 'must be set in production')
    }
    if (set.LMM_MODELS?.includes('openai') && !set.OPENAI_API_KEY && !set.OPENAI_BASE_URL) {
      demand(
        'OPENAI_API_KEY',
        'must be set because LMM_MODELS names openai (or set OPENAI_BASE_URL to a server that asks for none)',
      )
    }
    if (set.LMM_MODELS?.includes('anthropic') && !set.ANTHROPIC_API_KEY) {
      demand('ANTHROPIC_API_KEY', 'must be set because LMM_MODELS names anthropic')
    }
    if (set.LMM_ROLES?.includes('slack') && !set.SLACK_BOT_TOKEN && !set.SLACK_CLIENT_ID) {
      demand(
        'SLACK_BOT_TOKEN',
        'must be set because LMM_ROLES names slack (or set SLACK_CLIENT_ID for several workspaces)',
      )
    }
    const inSlack = set.LMM_ROLES?.includes('slack') ?? Boolean(set.SLACK_BOT_TOKEN || set.SLACK_CLIENT_ID)
    if (inSlack && !set.SLACK_APP_TOKEN && !set.SLACK_SIGNING_SECRET) {
      demand(
        'SLACK_SIGNING_SECRET',
        'must be set because Slack calls over HTTP (or set SLACK_APP_TOKEN for Socket Mode)',
      )
    }
    if (inSlack && set.SLACK_CLIENT_ID && !set.SLACK_CLIENT_SECRET) {
      demand('SLACK_CLIENT_SECRET', 'must be set because SLACK_CLIENT_ID is')
    }
    if (set.LMM_ROLES?.includes('discord') && !set.DISCORD_TOKEN) {
      demand('DISCORD_TOKEN', 'must be set because LMM_ROLES names discord')
    }
  })
export type Settings = z.infer<typeof settingsSchema>

/** One process does it all; the rooms for which there is a token are open. */
export function defaultRoles(set: Settings): RoleName[] {
  const rooms: RoleName[] = []
  if (set.SLACK_BOT_TOKEN || set.SLACK_CLIENT_ID) rooms.push('slack')
  if (set.DISCORD_TOKEN) rooms.push('discord')
  return ['web', 'worker', ...rooms]
}

/** Nothing is asked of an Ollama that nobody named: each song would wait for a connection that is refused. */
export const defaultModels = (set: Settings): ModelName[] => (set.OLLAMA_HOST ? ['ollama', 'embedded'] : ['embedded'])

/** An 8B model on a processor alone writes five to ten tokens a second; lyrics are the longest answer. */
const usualStepSeconds: Record<TaskName, number> = {
  educational_context: 240,
  genre_analyzer: 240,
  hook_generator: 180,
  lyrics_composer: 360,
  theory_integrator: 240,
}

export const stepSeconds = ({ LMM_STEP_SECONDS: set }: Settings): Record<TaskName, number> =>
  Object.fromEntries(taskNames.map((task) => [task, set[task] ?? set.other ?? usualStepSeconds[task]])) as Record<
    TaskName,
    number
  >

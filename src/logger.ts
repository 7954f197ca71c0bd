import { AsyncLocalStorage } from 'node:async_hooks'
import { type DestinationStream, type Logger, pino } from 'pino'
import type { Config } from './config.js'

export type { Logger }

/** Field names whose values never reach a log: what opens doors, who somebody is, and what people wrote. */
const hidden = [
  'authorization',
  'cookie',
  'set-cookie',
  'token',
  'accessToken',
  'refreshToken',
  'id_token',
  'password',
  'secret',
  'apiKey',
  'botToken',
  'appToken',
  'signingSecret',
  'clientSecret',
  'jwtSecret',
  'encryptionKey',
  'databaseUrl',
  'redisUrl',
  'name',
  'givenName',
  'familyName',
  'email',
  'picture',
  'prompt',
  'material',
  'facts',
  'keyTerms',
  'topic',
  'lyrics',
  'text',
  'lines',
  'parameters',
]
const paths = hidden.flatMap((field) => {
  const key = /^\w+$/.test(field) ? `.${field}` : `["${field}"]`
  return [key.replace(/^\./, ''), `*${key}`, `*.*${key}`, `*.*.*${key}`]
})

const requests = new AsyncLocalStorage<string>()

/** Runs `work` so that each line it logs, however deep, carries the request's id. */
export function withRequestId<T>(id: string, work: () => T): T {
  return requests.run(id, work)
}

/** One JSON object a line. `err` is logged with its causes; what may be personal or secret is replaced by "[hidden]". */
export function createLogger(config: Pick<Config, 'logLevel'>, destination?: DestinationStream): Logger {
  const options = {
    level: config.logLevel,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (level: string) => ({ level }) },
    mixin: () => {
      const requestId = requests.getStore()
      return requestId ? { requestId } : {}
    },
    redact: { paths, censor: '[hidden]' },
  }
  return destination ? pino(options, destination) : pino(options, pino.destination(2))
}

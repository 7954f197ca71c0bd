import { Logger as QueueLogger } from 'graphile-worker'
import type { Logger } from '../logger.js'

const levels = { error: 'warn', warning: 'warn', info: 'debug', debug: 'trace' } as const

/** What graphile-worker says, in our log; one level lower, as what goes wrong in a job is logged where it is handled. */
export const queueLogger = (log: Logger): QueueLogger =>
  new QueueLogger(() => (level, message) => log[levels[level]]({ queue: true }, message))

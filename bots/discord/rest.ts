import type { REST } from 'discord.js'
import type { Context } from '../../src/context.js'
import type { Discord } from './load-discord.js'

/** Waits of this length are waited for; of longer ones the caller is told, and comes again with what is true by then. */
const patienceMs = 1500

const options = ({ apiUrl }: Context['config']['discord']) => ({
  api: apiUrl.replace(/\/+$/, ''),
  version: '10',
  retries: 2,
  timeout: 8000,
  rejectOnRateLimit: ({ retryAfter, timeToReset }: { retryAfter: number; timeToReset: number }) =>
    Math.max(retryAfter, timeToReset) > patienceMs,
})

/** Discord's HTTP interface, with our token. A call that failed by itself is tried twice more; each may take eight seconds. */
export function openRest({ REST: Rest }: Discord, config: Context['config']['discord']): REST {
  const rest = new Rest(options(config))
  return config.token ? rest.setToken(config.token) : rest
}

/**
 * For answers to interactions, which are sent with the interaction's own token and do not count among the fifty calls a second that
 * the bot has: nobody waits for an answer because many messages are being brought up to date.
 */
export const openAnswers = ({ REST: Rest }: Discord, config: Context['config']['discord']): REST =>
  new Rest({ ...options(config), globalRequestsPerSecond: 1000 })

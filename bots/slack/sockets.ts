import { setTimeout as pause } from 'node:timers/promises'
import { type SocketModeReceiver, webApi } from '@slack/bolt'
import type { Context } from '../../src/context.js'
import { AppError } from '../../src/errors.js'

type SocketClient = SocketModeReceiver['client']

export interface KeptSocket {
  /** Resolves once connected, or once it is clear that Slack cannot be reached just now (it goes on trying). */
  start(): Promise<void>
  stop(): Promise<void>
}

const longestPauseMs = 30_000

/**
 * One Socket Mode connection, kept up by us: left to itself the client waits five seconds after each refresh of Slack's, and ends
 * in an unhandled rejection, with no more tries, when it cannot open a new one. Rejects with `invalid_request` when Slack does
 * not take the token at the start.
 */
export function keepSocket(client: SocketClient, log: Context['log']): KeptSocket {
  const stopping = new AbortController()
  let running: Promise<void> | undefined

  /** Resolves when the connection that came about has ended. */
  const connect = async (): Promise<void> => {
    await client.start()
    if (stopping.signal.aborted) await client.disconnect()
    else
      await new Promise<void>((resolve) => {
        client.once('disconnected', () => resolve())
      })
  }

  const keep = async (connected: (trouble?: unknown) => void): Promise<void> => {
    client.on('connected', () => connected())
    for (let failures = 0; !stopping.signal.aborted; ) {
      try {
        await connect()
        failures = 0
      } catch (err) {
        if (stopping.signal.aborted) break
        failures += 1
        log.warn({ err }, 'no connection to Slack; trying again')
        connected(err)
        const ms = Math.min(longestPauseMs, 500 * 2 ** failures)
        await pause(ms, undefined, { signal: stopping.signal }).catch(() => {})
      }
    }
  }

  return {
    start: () =>
      new Promise((resolve, reject) => {
        running = keep((trouble) => {
          if (isRefused(trouble)) {
            stopping.abort()
            reject(refusal(trouble))
          } else resolve()
        })
      }),
    async stop() {
      stopping.abort()
      await client.disconnect().catch(() => {})
      await running
    },
  }
}

const isRefused = (thrown: unknown): thrown is Error =>
  thrown instanceof webApi.WebAPIPlatformError && /auth|token|account/.test(thrown.data.error)

const refusal = (cause: Error) =>
  new AppError('invalid_request', 'SLACK_APP_TOKEN: Slack does not accept this token (any more).', { cause })

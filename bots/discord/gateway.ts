import type { WebSocketManager } from '@discordjs/ws'
import type { Context } from '../../src/context.js'
import type { Discord } from './load-discord.js'
import { openRest } from './rest.js'

/** After a connection that could not be made; the last one over and over. */
const pauses = [1000, 2000, 5000, 10_000, 30_000, 60_000]

/** https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway: after these Discord wants no other try as it is. */
const refusals: Record<number, string> = {
  4004: 'Discord does not accept DISCORD_TOKEN',
  4010: 'Discord does not accept this shard',
  4011: 'Discord wants more shards',
  4012: 'Discord does not know this version of the gateway any more',
  4013: 'Discord does not know these intents',
  4014: 'Discord does not allow these intents',
}

/**
 * Listens to Discord until it is closed. Dropped connections are resumed, with what was missed (discord.js does that); what cannot
 * be resumed is begun anew, for as long as it takes. Nothing of it rejects: the other rooms stay open whatever Discord does.
 * `hear` is given each event, by name; it does not throw.
 */
export function openGateway(
  discord: Discord,
  { config, log }: Pick<Context, 'config' | 'log'>,
  hear: (name: string, data: unknown) => void,
): () => Promise<void> {
  let manager: WebSocketManager | undefined
  let timer: NodeJS.Timeout | undefined
  let isClosed = false
  let failures = 0
  let isTold = false

  const later = () => {
    clearTimeout(timer)
    const pause = pauses[Math.min(failures, pauses.length - 1)] ?? 60_000
    failures++
    if (!isClosed) timer = setTimeout(() => void connect(), pause)
  }
  /** discord.js tries twice a second: the first time is said. */
  const lineBroke = (err: unknown) => {
    log[isTold ? 'debug' : 'warn']({ err }, 'the line to Discord broke; it is being mended')
    isTold = true
  }
  const drop = async () => {
    const was = manager
    manager = undefined
    try {
      await was?.destroy()
    } catch (err) {
      log.debug({ err }, 'a line to Discord did not end well')
    }
  }
  const connect = async () => {
    await drop()
    if (isClosed) return
    const next = new discord.WebSocketManager({
      token: String(config.discord.token),
      // Nothing of what people write to each other reaches us: commands, buttons and dialogs need no intent.
      intents: discord.intents.guilds,
      rest: openRest(discord, config.discord),
    })
    manager = next
    next.on(discord.WebSocketShardEvents.Error, ({ error }) => lineBroke(error))
    next.on(discord.WebSocketShardEvents.Closed, ({ code }) => {
      const refusal = refusals[code]
      log.debug({ code }, 'the line to Discord was closed')
      if (!refusal || next !== manager) return
      log.error({ code }, `${refusal}; see docs/chat/discord.md`)
      later()
    })
    next.on(discord.WebSocketShardEvents.Ready, ({ data }) => {
      failures = 0
      isTold = false
      log.info({ guilds: data.guilds.length }, 'Discord is open')
    })
    next.on(discord.WebSocketShardEvents.Resumed, () => log.info('Discord is open again, with what was missed'))
    next.on(discord.WebSocketShardEvents.Dispatch, ({ data }) => hear(data.t, data.d))
    await next.connect().catch((err: unknown) => {
      if (isClosed || next !== manager) return
      const isRefused = (err as { status?: unknown }).status === 401
      if (isRefused) log.error(`${refusals[4004]}; see docs/chat/discord.md`)
      else log.warn({ err }, 'Discord cannot be reached; trying again')
      later()
    })
  }

  void connect()
  return async () => {
    isClosed = true
    clearTimeout(timer)
    await drop()
  }
}

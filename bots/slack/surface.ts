import { App } from '@slack/bolt'
import type { RequestHandler } from 'express'
import type { Context } from '../../src/context.js'
import { AppError } from '../../src/errors.js'
import type { Surface } from '../../src/surface.js'
import { commands } from '../commands.js'
import type { Reception } from '../interaction.js'
import { openBots } from '../open-bots.js'
import type { Bots, OpenBots, Platform } from '../platform.js'
import { answerableMs, readAddress } from './address.js'
import { openAnswers, type Tell } from './answers.js'
import { boltLogger } from './bolt-logger.js'
import { type Clients, clientOptions, openClients } from './clients.js'
import { listen } from './listen.js'
import { openReceivers } from './receivers.js'
import { slackRoom } from './room.js'

/** Slack as a surface; `rooms` is what the web has to answer for it, with 503 until it is started. */
export interface SlackSurface extends Surface {
  readonly rooms: readonly (readonly [path: string, room: RequestHandler])[]
}

const notOpen: RequestHandler = (_req, res) => void res.status(503).set('Retry-After', '5').end()

export function slackSurface(open: OpenBots = openBots): SlackSurface {
  let room = notOpen
  let stop: () => Promise<void> = async () => {}
  return {
    name: 'slack',
    rooms: [['/slack', (req, res, next) => room(req, res, next)]],

    async start(ctx) {
      const logger = boltLogger(ctx)
      const clients = openClients(ctx, logger)
      const tell = openAnswers(ctx, clients)
      await knowOwnSpace(ctx, clients)
      const bots = leadBots(ctx, open, { room: slackRoom(ctx, clients), receptionOf: receptions(ctx, tell) })
      stop = () => bots.stop()
      const { receiver, http } = openReceivers(ctx, logger)
      const app = new App({
        receiver,
        logger,
        clientOptions: clientOptions(ctx, logger),
        // Tokens are ours to find: a workspace without one is answered too, by its response URLs.
        authorize: async ({ teamId }) => (teamId === undefined ? {} : { teamId }),
        ignoreSelf: false,
        convoStore: false,
      })
      listen(
        ctx,
        app,
        () => ({ desk: bots.desk(), clients, tell, log: ctx.log }),
        () => ({ apiUrl: ctx.config.slack.apiUrl, commands, at: ctx.now().getTime() }),
      )
      stop = async () => {
        room = notOpen
        await app.stop()
        await bots.stop()
      }
      await app.start()
      if (http)
        room = (req, res, next) => {
          try {
            http(req, res)
          } catch {
            // So Bolt says that it has nothing at this path.
            next()
          }
        }
      ctx.log.info({ over: ctx.config.slack.appToken === null ? 'HTTP' : 'sockets' }, 'Slack is open')
    },

    stop: () => stop(),
  }
}

/** A token that Slack does not take stops the start; a Slack that cannot be reached just now does not. */
async function knowOwnSpace(ctx: Context, clients: Clients): Promise<void> {
  try {
    await clients.ownSpace()
  } catch (err) {
    if (err instanceof AppError && err.code === 'invalid_request') throw err
    ctx.log.warn({ err }, 'Slack cannot be reached just now')
  }
}

const receptions =
  (ctx: Context, tell: Tell) =>
  (text: string): Reception => {
    const address = readAddress(text)
    return {
      async acknowledge() {
        if (ctx.now().getTime() - address.at > answerableMs)
          throw new AppError('gone', 'It is too late to answer this in Slack.')
      },
      answer: (note) => tell(address, note),
    }
  }

/** Of all processes that serve people one follows the sessions too; one that cannot any more begins anew, and follows nothing. */
function leadBots(ctx: Context, open: OpenBots, platform: Platform) {
  let bots: Bots = open(ctx, platform)
  const letGo = ctx.db.hold('slack', {
    taken: async () => bots.follow(),
    async lost() {
      const before = bots
      bots = open(ctx, platform)
      await before.stop()
    },
  })
  return {
    desk: () => bots.desk,
    async stop() {
      await letGo()
      await bots.stop()
    },
  }
}

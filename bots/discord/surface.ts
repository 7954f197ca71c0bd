import { forgetSpace } from '../../src/classroom/forget-chat.js'
import type { Context } from '../../src/context.js'
import type { Surface } from '../../src/surface.js'
import { openBots } from '../open-bots.js'
import type { OpenBots } from '../platform.js'
import { loseRooms } from '../rooms.js'
import { doorkeeper } from './doorkeeper.js'
import { openGateway } from './gateway.js'
import { type Discord, loadDiscord } from './load-discord.js'
import { guildGoneSchema } from './payloads.js'
import { SeenPermissions } from './permissions.js'
import { readAddress, receptionAt } from './reception.js'
import { openAnswers, openRest } from './rest.js'
import { discordRoom } from './room.js'

/** Discord. Of all processes that have it, one talks with it (see `Database.hold`); another takes over when that one ends. */
export function discordSurface(open: OpenBots = openBots): Surface {
  let letGo: (() => Promise<void>) | undefined
  return {
    name: 'discord',
    async start(ctx) {
      const discord = await loadDiscord()
      let end: (() => Promise<void>) | undefined
      letGo = ctx.db.hold('discord', {
        async taken() {
          end = takeOver(ctx, discord, open)
        },
        async lost() {
          await end?.()
        },
      })
    },
    async stop() {
      await letGo?.()
    },
  }
}

/** Serves Discord alone. Returns the way to end it: nothing new is taken in, and what is being served is waited for. */
function takeOver(ctx: Context, discord: Discord, open: OpenBots): () => Promise<void> {
  const rest = openRest(discord, ctx.config.discord)
  const answers = openAnswers(discord, ctx.config.discord)
  const seen = new SeenPermissions()
  const bots = open(ctx, {
    room: discordRoom(rest, seen, (guild) => void forgetGuild(ctx, guild)),
    receptionOf: (address) => receptionAt(answers, readAddress(address)),
  })
  const takeIn = doorkeeper({ ctx, answers, desk: bots.desk, seen })
  /** A server that Discord cannot reach for a while stays. */
  const leave = (data: unknown) => {
    const parsed = guildGoneSchema.safeParse(data)
    if (parsed.success && !parsed.data.unavailable) void forgetGuild(ctx, parsed.data.id)
  }
  const close = openGateway(discord, ctx, (name, data) => {
    if (name === 'INTERACTION_CREATE') void takeIn(data)
    else if (name === 'GUILD_DELETE') leave(data)
  })
  bots.follow()
  return async () => {
    await close()
    await bots.stop()
  }
}

/** Put out of a server, or the server is no more. */
async function forgetGuild(ctx: Context, space: string): Promise<void> {
  try {
    await loseRooms(ctx, { platform: 'discord', space }, 'The bot was put out of this server.')
    await forgetSpace(ctx, 'discord', space)
    ctx.log.info('a server put the bot out; what was kept of it is deleted')
  } catch (err) {
    ctx.log.error({ err }, 'a server put the bot out, and what was kept of it could not be deleted')
  }
}

import { createAnnouncer } from './announcer.js'
import { openDesk } from './desk.js'
import type { OpenBots } from './platform.js'

/** How often what other processes left unanswered is looked for. */
const takeUpMs = 5000

/** The shared part of the bots, behind one platform. */
export const openBots: OpenBots = (ctx, platform) => {
  const desk = openDesk(ctx, platform)
  const announcer = createAnnouncer(ctx, platform.room)
  let looks: NodeJS.Timeout | undefined
  const takeUp = () => {
    desk.takeUp().catch((err: unknown) => ctx.log.debug({ err }, 'what was left could not be looked for; trying again'))
  }
  return {
    desk,
    follow() {
      if (looks) return
      announcer.start()
      looks = setInterval(takeUp, takeUpMs)
      takeUp()
    },
    async stop() {
      clearInterval(looks)
      looks = undefined
      await announcer.stop()
      await desk.close()
    },
  }
}

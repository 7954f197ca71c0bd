import type { App, ReceiverEvent } from '@slack/bolt'
import type { Context } from '../../src/context.js'
import { envelopeSchema } from './events.js'
import { forgetWorkspace, isFarewell } from './forget-workspace.js'

/**
 * What a receiver hands over, on its way to Bolt. Bolt acknowledges an event before anybody has seen it; those that must not be
 * lost are carried out first, and Slack says them again when they fail.
 */
export function hearing(ctx: Context, app: Pick<App, 'processEvent'>): Pick<App, 'processEvent'> {
  return {
    async processEvent(event: ReceiverEvent) {
      const envelope = envelopeSchema.safeParse(event.body).data
      if (!envelope || !isFarewell(envelope)) return await app.processEvent(event)
      await forgetWorkspace(ctx, envelope).catch((err: unknown) => {
        ctx.log.error({ err }, 'a Slack workspace left and is not forgotten yet; Slack says it again')
        throw err
      })
      await event.ack()
    },
  }
}

import { z } from 'zod'

/** https://docs.slack.dev/apis/events-api/#event-type-structure */
export const envelopeSchema = z.object({
  type: z.literal('event_callback'),
  event_id: z.string().min(1).max(100),
  /** Seconds since 1970. */
  event_time: z.number(),
  team_id: z.string().regex(/^[A-Za-z0-9]{1,64}$/),
  event: z.looseObject({ type: z.string() }),
})
export type Envelope = z.infer<typeof envelopeSchema>

export const homeOpenedSchema = z.object({ type: z.literal('app_home_opened'), user: z.string(), tab: z.string() })

export const tokensRevokedSchema = z.object({
  type: z.literal('tokens_revoked'),
  tokens: z.object({ bot: z.array(z.string()).nullish() }),
})

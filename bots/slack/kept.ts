import { z } from 'zod'
import type { Received } from './received.js'

/** What a dialog brings back of where it was opened: Slack says nothing of it. */
export const keptSchema = z.strictObject({
  space: z.string().max(64),
  channel: z.string().max(64),
  channelName: z.string().max(200).optional(),
  thread: z.string().max(40).nullable(),
  answerTo: z.strictObject({ thread: z.string().max(40).nullable(), responseUrl: z.string().max(2_000).nullable() }),
})

/** Well below the 3,000 characters that Slack takes. */
export function keep({ interaction, address }: Received): string {
  const { space, channel, channelName, thread } = interaction.place
  const answerTo = { thread: address.thread, responseUrl: address.responseUrl }
  return JSON.stringify({ space, channel, channelName, thread, answerTo } satisfies z.infer<typeof keptSchema>)
}

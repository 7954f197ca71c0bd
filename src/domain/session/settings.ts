import { z } from 'zod'
import { sessionRequestSchema } from './commands.js'

/** How a session is run; settled when it begins. */
export const sessionSettingsSchema = z.strictObject({
  closeWhenAllVoted: z.boolean(),
  /** After so many minutes a stage closes by itself; `null`: it waits for the host. */
  stageMinutes: z.int().nullable(),
  showNames: z.boolean(),
  /** How many may sing; `null`: as many as come. */
  groupSize: z.int().nullable(),
  /** What an assignment says of the request: it stands, whatever the group sets. Its genres are blended with the group's. */
  fixed: sessionRequestSchema.partial(),
})
export type SessionSettings = z.infer<typeof sessionSettingsSchema>

export const usualSettings: SessionSettings = {
  closeWhenAllVoted: true,
  stageMinutes: null,
  showNames: true,
  groupSize: null,
  fixed: {},
}

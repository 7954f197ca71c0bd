import { z } from 'zod'
import { stageSchema } from '../domain/session/stages.js'
import type { Job } from '../jobs.js'

const session = z.uuid()
const tenant = z.uuid()

/** One turn of the AI in a session. */
export const turnJob: Job<{ tenant: string; session: string; turn: string }> = {
  name: 'session.turn',
  payload: z.strictObject({ tenant, session, turn: z.uuid() }),
  long: true,
}

const stageEndSchema = z.strictObject({
  tenant,
  session,
  stage: stageSchema,
  /** How often it could not be closed yet. */
  tries: z.int().min(0).default(0),
})
export type StageEnd = z.infer<typeof stageEndSchema>

/** The end of a stage's time. */
export const closeStageJob: Job<StageEnd> = { name: 'session.close-stage', payload: stageEndSchema }

/** A session that is over needs no more of what its workflow had saved. */
export const pruneJob: Job<{ session: string }> = { name: 'session.prune', payload: z.strictObject({ session }) }

/** Comes each day: what abandoned sessions' workflows had saved. */
export const clearWorkflowsJob: Job<Record<string, never>> = {
  name: 'session.clear-workflows',
  payload: z.strictObject({}),
}

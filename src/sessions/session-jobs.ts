import { z } from 'zod'
import { stageSchema } from '../domain/session/stages.js'
import type { Job } from '../jobs.js'

const session = z.uuid()
const tenant = z.uuid()

/** One turn of the AI in a session. */
export const turnJob: Job<{ tenant: string; session: string; turn: string }> = {
  name: 'session.turn',
  payload: z.strictObject({ tenant, session, turn: z.uuid() }),
}

/** The end of a stage's time. */
export const closeStageJob: Job<{ tenant: string; session: string; stage: z.infer<typeof stageSchema> }> = {
  name: 'session.close-stage',
  payload: z.strictObject({ tenant, session, stage: stageSchema }),
}

/** A session that is over needs no more of what its workflow had saved. */
export const pruneJob: Job<{ session: string }> = { name: 'session.prune', payload: z.strictObject({ session }) }

/** Comes each day: what abandoned sessions' workflows had saved. */
export const clearWorkflowsJob: Job<Record<string, never>> = {
  name: 'session.clear-workflows',
  payload: z.strictObject({}),
}

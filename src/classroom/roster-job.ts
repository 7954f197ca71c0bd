import { z } from 'zod'
import type { Job } from '../jobs.js'

/** Bringing a course's roster up to date from where the course lives: a surface's business. */
export const rosterJob: Job<{ tenant: string; course: string }> = {
  name: 'roster.sync',
  payload: z.strictObject({ tenant: z.uuid(), course: z.uuid() }),
}

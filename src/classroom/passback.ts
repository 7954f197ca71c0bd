import { z } from 'zod'
import type { Context } from '../context.js'
import type { Tx } from '../db/database.js'
import type { PassbackState } from '../domain/assignment.js'
import type { Job } from '../jobs.js'

/** A grade's way to the gradebook: who sends it is a surface's business. */
export const passbackJob: Job<{ tenant: string; passback: string }> = {
  name: 'passback.send',
  payload: z.strictObject({ tenant: z.uuid(), passback: z.uuid() }),
}

/** One try at a time for each row, and one that waits: a newer one takes its place. */
export async function enqueuePassback(
  ctx: Context,
  tx: Tx,
  told: { tenant: string; passback: string },
  runAt?: Date,
): Promise<void> {
  const key = `passback:${told.passback}`
  await ctx.jobs.enqueue(tx, passbackJob, told, { key, queue: key, ...(runAt && { runAt }) })
}

/** What is to arrive. `timestamp` is given at the first try and kept for its repetitions, so that a repetition is known as one. */
export interface PassbackScore {
  points: number
  maximum: number
  comment: string
  submittedAt: string | null
  timestamp: string | null
  /** The latest timestamp that we gave for this person before: the next is later, whatever our clocks do. */
  after?: string | null
  /** The value before this one that the gradebook holds of ours as far as we know: seen there, or else sent last. */
  confirmed: number | null
}

/** One row of the outbox, with what a surface needs to send it. */
export interface Passback {
  id: string
  assignment: string
  subject: string
  revision: number
  score: PassbackScore
  state: PassbackState
  attempts: number
  services: { course: Record<string, unknown>; assignment: Record<string, unknown> }
  resourceLinkId: string
  title: string
}

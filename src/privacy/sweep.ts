import { z } from 'zod'
import type { Context } from '../context.js'
import type { ShortLived } from '../db/short-lived.js'
import type { Job } from '../jobs.js'

const sweepJob: Job<Record<string, never>> = { name: 'privacy.sweep', payload: z.strictObject({}) }

const everyMs = 60 * 60_000
/** A statement stays far below a second, and holds its locks no longer. */
const atOnce = 5000

/** Says who does the job; see `planSweep`. */
export function handleSweep(ctx: Context, all: readonly ShortLived[]): void {
  ctx.jobs.handle(sweepJob, async (_payload, { signal }) => {
    for (const rows of all) await sweep(ctx, rows, signal)
    await planSweep(ctx, signal.aborted ? 0 : everyMs)
  })
}

/** Batch after batch, each a transaction of its own: what comes in meanwhile waits for none of them. */
async function sweep(ctx: Context, { name, sql }: ShortLived, signal: AbortSignal): Promise<void> {
  let all = 0
  for (let gone = atOnce; gone === atOnce && !signal.aborted; all += gone)
    gone = (await ctx.db.alone<{ gone: number }>(sql, [ctx.now(), atOnce]))[0]!.gone
  if (all > 0) ctx.log.info({ rows: name, gone: all }, 'swept')
}

/** One sweep waits in the queue, whoever puts it there. */
export async function planSweep(ctx: Context, inMs: number): Promise<void> {
  const runAt = new Date(ctx.now().getTime() + inMs)
  await ctx.db.outsideTenants((tx) =>
    ctx.jobs.enqueue(tx, sweepJob, {}, { key: sweepJob.name, queue: sweepJob.name, runAt }),
  )
}

import { z } from 'zod'
import type { Context } from '../../context.js'
import { AppError, type Fault } from '../../errors.js'
import { json } from '../reply.js'
import { type Route, route } from '../route.js'

const statusSchema = z.strictObject({ status: z.literal('ok') })
const fine = { name: 'Status', schema: statusSchema }
/** Probes ask every few seconds and want the truth of now. */
const fresh = { headers: { 'Cache-Control': 'no-store' } }
const patience = 3_000

/** What this process cannot do without, each with what is missing; all are asked at once. */
async function missing({ db, shared, model }: Context, signal: AbortSignal): Promise<Fault[]> {
  const checks: Record<string, () => Promise<string | null>> = {
    database: async () => ((await db.ready()) ? null : 'The database does not answer.'),
    shared: async () =>
      (await shared.ready()) ? null : 'Redis does not answer; limits are kept by each process for itself.',
    models: () => model.trouble(signal),
  }
  const found = await Promise.all(
    Object.entries(checks).map(async ([at, check]) => ({
      at,
      message: await check().catch(() => 'It could not be asked.'),
    })),
  )
  return found.flatMap(({ at, message }) => (message === null ? [] : [{ at, message }]))
}

export const operationsRoutes: Route[] = [
  route({
    method: 'get',
    path: '/health',
    id: 'health',
    tag: 'Operations',
    access: 'public',
    summary: 'Whether the process lives',
    answers: { 200: { description: 'It answers', content: { 'application/json': fine } } },
    handler: () => json({ status: 'ok' }, fresh),
  }),
  route({
    method: 'get',
    path: '/ready',
    id: 'ready',
    tag: 'Operations',
    access: 'public',
    summary: 'Whether it can make songs',
    description: 'Asks the database, the shared state and the models. What is missing is named in `errors`.',
    answers: { 200: { description: 'All is there', content: { 'application/json': fine } } },
    errors: ['unavailable'],
    async handler({ ctx, lifecycle, signal }) {
      if (lifecycle.stopping.aborted) throw new AppError('unavailable', 'The service is stopping.', { retryAfter: 5 })
      const faults = await missing(ctx, AbortSignal.any([signal, AbortSignal.timeout(patience)]))
      if (faults.length === 0) return json({ status: 'ok' }, fresh)
      throw new AppError('unavailable', `Not ready: ${faults.map(({ at }) => at).join(', ')}.`, {
        faults,
        retryAfter: 5,
      })
    },
  }),
]

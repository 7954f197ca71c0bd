import { randomUUID } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { embedded } from '../../integrations/models/embedded.js'
import type { Context } from '../context.js'
import { understandRequest } from '../mashups/understand-request.js'
import { createMetrics } from '../metrics.js'
import { composeSong } from '../workflow/run.js'

const prompt = 'jazz x rock about volcanoes'

/**
 * Makes a song for each thread and keeps none: dictionaries are loaded and code is compiled before the first person asks. The
 * embedded composer alone is used, as a model would cost money or wake a machine. Never rejects.
 */
export async function warmUp(ctx: Context, signal: AbortSignal): Promise<void> {
  const began = performance.now()
  const rehearsal = { ...ctx, model: embedded(ctx.compute), metrics: createMetrics() }
  const songs = Array.from({ length: availableParallelism() }, async (_, seed) =>
    composeSong(rehearsal, understandRequest({ prompt }, { seed }), { id: randomUUID(), signal }),
  )
  const outcomes = await Promise.allSettled(songs)
  const err = outcomes.find((outcome) => outcome.status === 'rejected')?.reason as unknown
  if (err) ctx.log.debug({ err }, 'the composer is not warm')
  else ctx.log.debug({ ms: Math.round(performance.now() - began) }, 'the composer is warm')
}

import { randomUUID } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { embedded } from '../../integrations/models/embedded.js'
import type { Context } from '../context.js'
import { understandRequest } from '../mashups/understand-request.js'
import { createMetrics } from '../metrics.js'
import { composeSong } from '../workflow/run.js'

/** Known to the dictionary alone, whose files are read with the first such request; and a topic of the library. */
const prompts = { watched: 'jazz x rock about owls', unwatched: 'jazz x rock about volcanoes' }

/**
 * Makes a song for each thread, and one that is watched from here, and keeps none: dictionaries are loaded and code is compiled
 * before the first person asks. The embedded composer alone is used, as a model would cost money or wake a machine. Never rejects.
 */
export async function warmUp(ctx: Context, signal: AbortSignal): Promise<void> {
  const began = performance.now()
  const rehearsal = { ...ctx, model: embedded(ctx.compute), metrics: createMetrics() }
  const make = async (prompt: string, seed: number, how: { onProgress?: () => void } = {}) =>
    composeSong(rehearsal, understandRequest({ prompt }, { seed }), { id: randomUUID(), signal, ...how })
  const songs = [make(prompts.watched, 0, { onProgress: () => {} })]
  for (let seed = 1; seed < Math.max(2, availableParallelism()); seed++) songs.push(make(prompts.unwatched, seed))
  const outcomes = await Promise.allSettled(songs)
  const err = outcomes.find((outcome) => outcome.status === 'rejected')?.reason as unknown
  if (err) ctx.log.debug({ err }, 'the composer is not warm')
  else ctx.log.debug({ ms: Math.round(performance.now() - began) }, 'the composer is warm')
}

import { randomUUID } from 'node:crypto'
import { pino } from 'pino'
import { inlineCompute } from '../../integrations/compute/inline.js'
import { embedded } from '../../integrations/models/embedded.js'
import type { MashupRequestInput } from '../../src/domain/mashup-request.js'
import type { Song } from '../../src/domain/song.js'
import { understandRequest } from '../../src/mashups/understand-request.js'
import { createMetrics } from '../../src/metrics.js'
import { composeSong } from '../../src/workflow/run.js'
import type { WorkflowContext } from '../../src/workflow/run-context.js'

/** The real workflow with the embedded composer, in this thread. */
export function composer(): (input: MashupRequestInput, seed: number, id?: string) => Promise<Song> {
  const compute = inlineCompute()
  const seconds = 60
  const ctx: WorkflowContext = {
    model: embedded(compute),
    compute,
    log: pino({ level: 'silent' }),
    metrics: createMetrics(),
    config: {
      songSeconds: 10 * seconds,
      stepSeconds: {
        educational_context: seconds,
        genre_analyzer: seconds,
        hook_generator: seconds,
        lyrics_composer: seconds,
        theory_integrator: seconds,
      },
    },
  }
  return (input, seed, id = randomUUID()) => composeSong(ctx, understandRequest(input, { seed }), { id })
}

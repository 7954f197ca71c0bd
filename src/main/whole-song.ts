import { embedded } from '../../integrations/models/embedded.js'
import type { MashupRequest } from '../domain/mashup-request.js'
import { type TaskName, tasks } from '../domain/tasks.js'
import { createLogger } from '../logger.js'
import { createMetrics } from '../metrics.js'
import { heavy } from '../music/heavy.js'
import type { Compute, WholeSong } from '../ports.js'
import { composeSong } from '../workflow/run.js'
import type { WorkflowContext } from '../workflow/run-context.js'

const compute: Compute = {
  run: async (name, input) => (heavy[name] as (value: unknown) => never)(input),
  close: async () => {},
}

/** Seconds; the thread is not interrupted, and whoever waits for it has a clock. */
const patience = 30

const isAgent = (step: string): step is TaskName => Object.hasOwn(tasks, step)

const ctx: WorkflowContext = {
  compute,
  model: embedded(compute),
  // Both are the waiting thread's: it counts what is told, and does again, aloud, what did not go smoothly.
  log: createLogger({ logLevel: 'silent' }),
  metrics: createMetrics(),
  config: {
    songSeconds: patience,
    stepSeconds: Object.fromEntries(Object.keys(tasks).map((task) => [task, patience])) as Record<TaskName, number>,
  },
}

/** A song of the embedded composer from the first step to the last; `null` when a step failed or the error handler took over. */
export async function wholeSong({ id, request }: { id: string; request: MashupRequest }): Promise<WholeSong | null> {
  const took: WholeSong['took'] = []
  let smooth = true
  const song = await composeSong(ctx, request, {
    id,
    onProgress(progress) {
      if (progress.type === 'failed' || progress.type === 'fallback') smooth = false
      if (progress.type === 'finished' && isAgent(progress.step))
        took.push({ agent: progress.step, seconds: progress.seconds })
    },
  })
  return smooth ? { song, took } : null
}

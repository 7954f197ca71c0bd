import { randomUUID } from 'node:crypto'
import { pino } from 'pino'
import type { MashupRequest } from '../../src/domain/mashup-request.js'
import type { TaskName } from '../../src/domain/tasks.js'
import { createMetrics } from '../../src/metrics.js'
import type { Compute, Model } from '../../src/ports.js'
import type { Progress } from '../../src/workflow/progress.js'
import { composeSong } from '../../src/workflow/run.js'
import type { WorkflowContext } from '../../src/workflow/run-context.js'
import { scriptedCompute } from '../support/scripted-compute.js'
import { scriptedModel } from '../support/scripted-model.js'

export const request: MashupRequest = {
  prompt: 'trap x baroque about photosynthesis',
  genres: ['trap', 'baroque'],
  topic: 'photosynthesis',
  topicId: 'photosynthesis',
  keyTerms: ['chlorophyll', 'glucose'],
  facts: ['Plants make their own food.'],
  skillLevel: 'beginner',
  gradeLevel: 5,
  learningObjectives: [],
  language: 'en',
  seed: 7,
}

export const all = [
  'educational_context',
  'genre_analyzer',
  'hook_generator',
  'lyrics_composer',
  'theory_integrator',
] as const satisfies TaskName[]

interface Equipment {
  model?: Model
  compute?: Compute
  stepSeconds?: Partial<Record<TaskName, number>>
  songSeconds?: number
}

/** All that the workflow needs, with room for a broken piece. */
export const studio = ({
  model = scriptedModel(),
  compute = scriptedCompute(),
  stepSeconds = {},
  songSeconds = 60,
}: Equipment = {}): WorkflowContext => ({
  model,
  compute,
  log: pino({ level: 'silent' }),
  metrics: createMetrics(),
  config: {
    songSeconds,
    stepSeconds: { ...(Object.fromEntries(all.map((task) => [task, 30])) as Record<TaskName, number>), ...stepSeconds },
  },
})

/** A song, and what was seen while it was made. */
export async function record(ctx: WorkflowContext, asked = request, signal?: AbortSignal) {
  const progress: Progress[] = []
  const song = await composeSong(ctx, asked, {
    id: randomUUID(),
    ...(signal && { signal }),
    onProgress: (seen) => progress.push(seen),
  })
  return { song, progress }
}

import { randomUUID } from 'node:crypto'
import { pino } from 'pino'
import { inlineCompute } from '../integrations/compute/inline.js'
import { chatModel } from '../integrations/models/chat-model.js'
import { embedded } from '../integrations/models/embedded.js'
import { ollama } from '../integrations/models/ollama.js'
import type { MashupRequest } from '../src/domain/mashup-request.js'
import type { TaskName } from '../src/domain/tasks.js'
import { createMetrics } from '../src/metrics.js'
import type { Compute, Model, ModelCall } from '../src/ports.js'
import { composeSong } from '../src/workflow/run.js'
import type { WorkflowContext } from '../src/workflow/run-context.js'
import { type Served, slowOllama } from './support/slow-ollama.js'

const request = (seed: number): MashupRequest => ({
  prompt: 'trap x baroque about photosynthesis',
  genres: ['trap', 'baroque'],
  topic: 'photosynthesis',
  topicId: 'photosynthesis',
  keyTerms: ['chlorophyll', 'glucose', 'oxygen'],
  facts: [],
  skillLevel: 'beginner',
  gradeLevel: 6,
  learningObjectives: [],
  language: 'en',
  seed,
})

const seconds: Record<TaskName, number> = {
  educational_context: 600,
  genre_analyzer: 600,
  hook_generator: 600,
  lyrics_composer: 600,
  theory_integrator: 600,
}

const contextWith = (model: Model, compute: Compute): WorkflowContext => ({
  model,
  compute,
  log: pino({ level: 'silent' }),
  metrics: createMetrics(),
  config: { songSeconds: 3600, stepSeconds: seconds },
})

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
const rounded = (value: number, digits = 1): number => Number(value.toFixed(digits))

/** Milliseconds in which heavy work of a kind was under way; what runs side by side is counted once. */
function timed(compute: Compute) {
  const spent = { compose: 0, assemble: 0, arrange: 0 }
  const busy = { compose: 0, assemble: 0, arrange: 0 }
  const since = { compose: 0, assemble: 0, arrange: 0 }
  const run: Compute['run'] = async (name, input, signal) => {
    if (busy[name]++ === 0) since[name] = performance.now()
    try {
      return await compute.run(name, input, signal)
    } finally {
      if (--busy[name] === 0) spent[name] += performance.now() - since[name]
    }
  }
  return { spent, compute: { ...compute, run } }
}

/** What graph, plan, assembly and checks add to the composing itself. */
async function overhead(songs: number) {
  const { spent, compute } = timed(inlineCompute())
  const ctx = contextWith(embedded(compute), compute)
  const whole: number[] = []
  const added: number[] = []
  const assembling: number[] = []
  for (let seed = 0; seed < songs + 3; seed++) {
    spent.compose = 0
    spent.assemble = 0
    const began = performance.now()
    await composeSong(ctx, request(seed), { id: randomUUID() })
    const ms = performance.now() - began
    if (seed < 3) continue
    whole.push(ms)
    added.push(ms - spent.compose)
    assembling.push(spent.assemble)
  }
  return {
    songs,
    songMedianMs: rounded(median(whole)),
    overheadMedianMs: rounded(median(added)),
    ofThatAssemblyAndChecksMs: rounded(median(assembling)),
    ofThatGraphMs: rounded(median(added) - median(assembling)),
  }
}

/** What the composer answers to each task: good answers for the server that only takes its time. */
async function preparedAnswers(): Promise<Record<TaskName, unknown>> {
  const compute = inlineCompute()
  const composer = embedded(compute)
  const answers: Partial<Record<TaskName, unknown>> = {}
  const recorder: Model = {
    ...composer,
    async generate<T>(call: ModelCall<T>) {
      const answer = await composer.generate(call)
      answers[call.task] ??= answer.value
      return answer
    },
  }
  await composeSong(contextWith(recorder, compute), request(7), { id: randomUUID() })
  return answers as Record<TaskName, unknown>
}

/** Milliseconds of the longest way through the graph, by what the server itself took over each answer. */
function longestPath(served: readonly Served[]): number {
  const of = (task: TaskName) =>
    served.filter((answer) => answer.task === task).reduce((sum, { began, ended }) => sum + ended - began, 0)
  const prepared = Math.max(of('educational_context'), of('genre_analyzer'))
  return prepared + of('hook_generator') + Math.max(of('lyrics_composer'), of('theory_integrator'))
}

/** Wall time of a song over a model that takes real time for each token. */
async function withSlowModel(perToken: number) {
  const server = await slowOllama(await preparedAnswers(), perToken)
  const compute = inlineCompute()
  const ctx = contextWith(chatModel(ollama({ host: server.host, model: 'slow' })), compute)
  const began = performance.now()
  const song = await composeSong(ctx, request(7), { id: randomUUID() })
  const wall = performance.now() - began
  await server.close()
  const path = longestPath(server.served)
  const oneByOne = server.served.reduce((sum, answer) => sum + answer.ended - answer.began, 0)
  return {
    tokenMs: perToken,
    tokens: server.served.reduce((sum, { tokens }) => sum + tokens, 0),
    modelCalls: server.served.length,
    byModel: song.provenance.parts.filter(({ by }) => by.startsWith('ollama')).length,
    wallMs: Math.round(wall),
    longestPathMs: Math.round(path),
    wallOverPath: rounded(wall / path, 3),
    oneByOneMs: Math.round(oneByOne),
    shorterThanOneByOne: rounded(oneByOne / wall, 2),
  }
}

/** Overhead of a song on the embedded composer, and how near the wall time of a slow model comes to its longest path. */
export async function run({ quick }: { quick: boolean }) {
  return { ...(await overhead(quick ? 20 : 200)), ...(await withSlowModel(quick ? 2 : 8)) }
}

import type { MashupRequest } from '../domain/mashup-request.js'
import type { Song } from '../domain/song.js'
import { stopped } from '../domain/stopped.js'
import type { TaskName } from '../domain/tasks.js'
import { AppError } from '../errors.js'
import { type Agent, basisOf, isDue, outputOf } from './agents/agent.js'
import { agents } from './agents/agents.js'
import { assemble, isGood } from './assemble.js'
import { agentsNamed } from './mending.js'
import { type Run, runOf } from './run-context.js'
import { firstState, type State, type Update } from './state.js'

/** The part as the embedded composer makes it, in code: the model is not asked any more. */
async function composed<T extends TaskName>(agent: Agent<T>, state: State, run: Run): Promise<State> {
  const input = agent.input(state)
  if (!isDue(agent, state, input)) return state
  const value = outputOf(agent.name).parse(
    await run.ctx.compute.run('compose', { task: agent.name, input }, run.signal),
  )
  const failed = state.setbacks.filter(({ part }) => part === agent.part).length
  const attempts = (state.made[agent.part]?.attempts ?? failed) + 1
  const making = { by: 'embedded', attempts, basis: basisOf(agent, input) }
  return { ...state, ...agent.add(value, state), made: { ...state.made, [agent.part]: making } }
}

async function completed(state: State, run: Run): Promise<State> {
  let whole = state
  for (const agent of agents) whole = await composed(agent, whole, run)
  return whole
}

/** What is missing or named by the findings is made anew; what people decided and what was good stays. */
async function repaired(state: State, run: Run): Promise<State & { song: Song }> {
  const named = agentsNamed(state.findings).filter(
    (task) => !state.decided[agents.find(({ name }) => name === task)!.part],
  )
  const whole = await completed({ ...state, mending: named }, run)
  return { ...whole, song: await assemble(whole, run) }
}

/** Plain songs to try, the likest to the request first: as asked, for beginners from other seeds, and about the topic alone. */
function plainer({ request }: State): MashupRequest[] {
  const easy = [0, 1, 2].map((more) => ({
    ...request,
    skillLevel: 'beginner' as const,
    seed: (request.seed + more) % 2 ** 32,
  }))
  const { hook: _hook, ...topicAlone } = { ...easy[0]!, facts: [], keyTerms: [], learningObjectives: [] }
  return [request, ...easy, topicAlone]
}

/** The best of the plain songs: the first good one, else the one with the highest score. Marked, so that everybody sees it. */
async function plain(state: State, run: Run): Promise<State & { song: Song }> {
  let best: (State & { song: Song }) | undefined
  for (const request of plainer(state)) {
    try {
      const blank = { ...firstState(state.id, request), iteration: state.iteration, setbacks: state.setbacks }
      const whole = await completed(blank, run)
      const song = await assemble(whole, run, { asked: state.request, fallback: true })
      if (!best || song.quality.score > best.song.quality.score) best = { ...whole, request: state.request, song }
      if (isGood(song)) break
    } catch (thrown) {
      if (run.signal.aborted) throw stopped(run.signal)
      run.ctx.log.error({ step: 'error_handler', err: thrown }, 'A plain song could not be made')
    }
  }
  if (!best)
    throw new AppError(
      'model_failed',
      'No song could be made of this request. Please try another topic or other genres.',
    )
  return best
}

/** Something is always delivered: the song repaired, or else a plain, correct one that says what it is. */
export const errorHandler =
  ({ interactive }: { interactive: boolean }) =>
  async (state: State, runtime: Parameters<typeof runOf>[0]): Promise<Update> => {
    const run = runOf(runtime)
    const at = { step: 'error_handler', iteration: state.iteration } as const
    const why = state.errors.at(-1)?.message ?? 'The song was not good enough after a second try.'
    run.report({ type: 'started', ...at })
    run.report({ type: 'fallback', iteration: state.iteration, why })
    const started = performance.now()
    const mended = await repaired(state, run).catch((thrown: unknown) => {
      if (run.signal.aborted) throw stopped(run.signal)
      run.ctx.log.warn({ step: at.step, err: thrown }, 'A song could not be repaired')
      return null
    })
    /** People can look at a song with faults and decide; nobody replaces their lines by a plain song. */
    const stays = mended && (isGood(mended.song) || (interactive && state.decided.lyrics))
    const { education, analysis, plan, hooks, hook, lyrics, theory, made, song } = stays
      ? mended
      : await plain(state, run)
    run.report({ type: 'finished', ...at, by: 'embedded', seconds: (performance.now() - started) / 1000 })
    return {
      ...{ education, analysis, plan, hooks, hook, lyrics, theory, made, song },
      findings: song.quality.findings,
      mending: [],
      messages: [
        { from: at.step, text: song.provenance.fallback ? 'Handed over a plain song.' : 'Repaired the song.' },
      ],
    }
  }

import { stopped } from '../domain/stopped.js'
import type { TaskName } from '../domain/tasks.js'
import { asAppError } from '../errors.js'
import { assemble, isGood } from './assemble.js'
import { agentsNamed } from './mending.js'
import { runOf } from './run-context.js'
import type { State, Update } from './state.js'

/** What people have decided is not mended behind their backs, nor what their lines rest on. */
function mayMend(task: TaskName, { decided, request }: State): boolean {
  if (decided.lyrics) return task === 'theory_integrator'
  return task !== 'hook_generator' || !(decided.hooks || request.hook !== undefined)
}

/**
 * Makes the song and judges it: good, and it is complete or goes to the people of the session; not good, and the agents that
 * the findings name try once more; not good again, and it is a critical error.
 */
export const qualityValidator =
  ({ interactive }: { interactive: boolean }) =>
  async (state: State, runtime: Parameters<typeof runOf>[0]): Promise<Update> => {
    if (state.errors.length > 0) return { verdict: 'error_handler' }
    const run = runOf(runtime)
    const { iteration } = state
    const at = { step: 'quality_validator', iteration } as const
    run.report({ type: 'started', ...at })
    const started = performance.now()
    try {
      const song = await assemble(state, run)
      run.report({ type: 'finished', ...at, by: null, seconds: (performance.now() - started) / 1000 })
      const { score, findings } = song.quality
      const judged: Update = {
        song,
        findings,
        mending: [],
        messages: [{ from: 'quality_validator', text: `Scored ${score.toFixed(2)} with ${findings.length} findings.` }],
      }
      if (isGood(song)) return { ...judged, verdict: interactive ? 'collaboration' : 'complete' }
      const mending = agentsNamed(findings).filter((task) => mayMend(task, state))
      if (state.retried || mending.length === 0) return { ...judged, verdict: 'error_handler' }
      run.report({ type: 'retry', iteration: iteration + 1, score, findings })
      return { ...judged, verdict: 'retry', mending, retried: true, iteration: iteration + 1 }
    } catch (thrown) {
      if (run.signal.aborted) throw stopped(run.signal)
      const { code, message, cause } = asAppError(thrown)
      run.ctx.log.error({ step: at.step, code, err: cause ?? thrown }, 'A song could not be put together')
      run.report({ type: 'failed', ...at, why: message, seconds: (performance.now() - started) / 1000 })
      return { verdict: 'error_handler', errors: [{ step: at.step, code, message }] }
    }
  }

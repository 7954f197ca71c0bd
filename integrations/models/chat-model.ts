import { fence } from '../../src/domain/fence.js'
import { stopped } from '../../src/domain/stopped.js'
import type { TaskName } from '../../src/domain/tasks.js'
import { AppError, asAppError, type Fault } from '../../src/errors.js'
import type { Model, ModelCall, Setback } from '../../src/ports.js'
import { listen, type Patience } from './listen.js'
import type { Provider, Question, Turn } from './provider.js'
import { readAnswer } from './read-answer.js'
import { wireSchema } from './wire-schema.js'

/** Tokens an answer may have, about twice what a good one takes. */
const longest: Record<TaskName, number> = {
  educational_context: 2000,
  genre_analyzer: 1600,
  hook_generator: 800,
  lyrics_composer: 2000,
  theory_integrator: 1400,
}

export const usualPatience: Patience = { first: 120_000, quiet: 30_000, characters: 24_000 }

const askAgain = (turns: Turn[], answer: string, why: string): Turn[] => [
  ...turns.slice(0, 1),
  { role: 'assistant', content: answer.slice(0, 8_000) || '{}' },
  {
    role: 'user',
    content: `That answer could not be used. What was wrong with it:\n${fence({ wrong: why })}\nGive the whole answer again, put right.`,
  },
]

/** What we know of a failure in plain words; the detail of one that is not ours stays in the cause. */
const inWords = (thrown: unknown): string => (thrown instanceof AppError ? thrown.message : 'broke off its answer')

/**
 * A model out of a vendor's chat API. An answer that does not come, breaks its schema or is refused is asked for once more,
 * with what was wrong where there was an answer; then `generate` rejects, and whoever holds the chain goes on.
 */
export function chatModel(provider: Provider, patience: Patience = usualPatience): Model {
  return {
    name: provider.name,
    trouble: (signal) => provider.trouble(signal),
    async generate<T>({ task, input, prompt, schema, refuse, signal, onToken }: ModelCall<T>) {
      const faults: Fault[] = []
      let failure = new AppError('model_failed', 'was not asked')
      let turns: Turn[] = [{ role: 'user', content: prompt.material }]
      for (const attempts of [1, 2]) {
        if (signal.aborted) throw stopped(signal)
        const question: Question = {
          system: prompt.system,
          turns,
          schema: wireSchema(schema),
          name: task,
          longest: longest[task],
          seed: input.seed,
        }
        try {
          const answer = await listen((line) => provider.stream(question, line), { signal, patience, onToken })
          const reading = readAnswer(answer, schema, refuse)
          if ('value' in reading) {
            const setbacks: Setback[] = faults.map((fault) => ({ by: fault.at, why: fault.message }))
            return { value: reading.value, by: provider.name, attempts, setbacks }
          }
          failure = new AppError('model_failed', reading.why)
          turns = askAgain(turns, answer, reading.why)
        } catch (thrown) {
          failure =
            thrown instanceof AppError ? thrown : new AppError('model_failed', inWords(thrown), { cause: thrown })
        }
        faults.push({ at: provider.name, message: inWords(failure) })
        if (signal.aborted)
          throw new AppError(stopped(signal).code, stopped(signal).message, { cause: signal.reason, faults })
      }
      throw new AppError(asAppError(failure).code, `${provider.name}: ${failure.message}`, {
        cause: failure.cause,
        faults,
      })
    },
  }
}

import { singableHook } from '../domain/tasks.js'
import { AppError } from '../errors.js'
import { syllablesOfLine } from '../music/words/pronunciation.js'

/** A hook that somebody chose, as it is sung. Throws `invalid_request` where no tune could carry it. */
export function settleHook(text: string): string {
  const hook = text.replace(/^["'“”‘’\s]+|["“”\s]+$/g, '')
  const syllables = syllablesOfLine(hook)
  const { min, max } = singableHook
  if (syllables >= min && syllables <= max) return hook
  const message = `A hook is short: ${min} to ${max} syllables. This one has ${syllables}.`
  throw new AppError('invalid_request', message, { faults: [{ at: '/hook', message }] })
}

import { unsafeWords } from '../../music/words/safety.js'

/** Why text is not for the class that sings it, in words a model can act on; `null` when it is. */
export function unsafeFault(
  value: unknown,
  { gradeLevel, topic }: { gradeLevel: number; topic: string },
): string | null {
  const unsafe = unsafeWords(JSON.stringify(value), gradeLevel, { topic })
  return unsafe.length > 0 ? `not for this class: ${unsafe.map(({ word }) => word).join(', ')}` : null
}

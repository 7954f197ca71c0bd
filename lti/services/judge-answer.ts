import type { PassbackState } from '../../src/domain/assignment.js'
import type { Family } from '../models/registration.js'
import type { OutboundAnswer } from '../outbound/outbound.js'

/** What an answer to a score means: it arrived; look first what the gradebook holds; try again; or an end, with its reason. */
export type Verdict =
  | { kind: 'arrived' }
  | { kind: 'look' }
  | { kind: 'again'; seconds?: number; reason: string }
  | { kind: 'end'; state: Extract<PassbackState, 'refused' | 'needs attention'>; reason: string }

/** A 500 of Moodle's is a locked grade as often as a mishap: after so many there is no hope left. */
const patience = 5

/** Retry-After in seconds or as a date (RFC 9110, 10.2.3); within reason. */
function retryAfter(answer: OutboundAnswer, now: Date): number | undefined {
  const given = answer.headers['retry-after']
  if (!given) return undefined
  const seconds = /^\d+$/.test(given) ? Number(given) : (Date.parse(given) - now.getTime()) / 1000
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 1), 24 * 3600) : undefined
}

const again = (reason: string, seconds?: number): Verdict => ({
  kind: 'again',
  reason,
  ...(seconds === undefined ? {} : { seconds }),
})
const end = (state: 'refused' | 'needs attention', reason: string): Verdict => ({ kind: 'end', state, reason })

export function judgeAnswer(answer: OutboundAnswer, family: Family, attempts: number, now: Date): Verdict {
  const { status, body } = answer
  if (status >= 200 && status < 300) {
    // Moodle answers 200 and "[]" to what it did not save.
    return body.trim() === '[]'
      ? again('The gradebook took the grade but did not keep it. It is sent again by itself.')
      : { kind: 'arrived' }
  }
  if (status === 409) return { kind: 'look' }
  if (status === 429)
    return again(
      'The learning platform asks us to wait. The grade is sent again by itself.',
      retryAfter(answer, now) ?? 60,
    )
  if (status === 403 && /rate limit/i.test(body))
    return again(
      'The learning platform asks us to wait. The grade is sent again by itself.',
      retryAfter(answer, now) ?? 60,
    )
  if (status === 400)
    return end(
      'refused',
      'The gradebook does not take a grade for this person. In Moodle that is so for teachers, and for students who have left.',
    )
  if (status === 401 || status === 403) {
    return end(
      'needs attention',
      'The learning platform does not let us send grades. Its administrator can allow it: the scope for scores is missing, or the tool is switched off.',
    )
  }
  if (status === 404)
    return end(
      'needs attention',
      'The gradebook has no column for this activity any more. Open the activity once from your course, then send again.',
    )
  if (status === 422)
    return end(
      'refused',
      'The gradebook takes no more attempts for this person. Allow another attempt there, then send again.',
    )
  if (status === 500 && family === 'moodle' && attempts >= patience) {
    return end(
      'needs attention',
      'The gradebook did not take the grade, several times. It may be locked there: unlock it, then send again.',
    )
  }
  if (status >= 500 || status === 408 || status === 425)
    return again(
      'The learning platform has a problem of its own just now. The grade is sent again by itself.',
      retryAfter(answer, now),
    )
  return end('refused', `The gradebook did not take the grade (it answered ${status}).`)
}

import { z } from 'zod'
import type { PassbackScore } from '../../src/classroom/passback.js'
import { AppError } from '../../src/errors.js'
import type { OutboundAnswer } from '../outbound/outbound.js'
import { type Caller, callService, readServiceJson } from './call.js'
import { underLineItem } from './line-item-url.js'

const scoreScope = 'https://purl.imsglobal.org/spec/lti-ags/scope/score'
const resultScope = 'https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly'

/**
 * AGS 2.0, 3.4. `FullyGraded` with a score and a comment, always: with anything else Moodle erases the grade or its feedback.
 * Compact JSON: Moodle answers 200 to a body with line breaks that it cannot use. The extension keeps Canvas from counting a
 * grade as one more attempt.
 */
export function scoreBody(
  subject: string,
  { points, maximum, comment, submittedAt, timestamp }: PassbackScore,
): string {
  return JSON.stringify({
    userId: subject,
    scoreGiven: points,
    scoreMaximum: maximum,
    comment,
    timestamp,
    activityProgress: 'Completed',
    gradingProgress: 'FullyGraded',
    ...(submittedAt ? { submission: { submittedAt } } : {}),
    'https://canvas.instructure.com/lti/submission': {
      new_submission: false,
      ...(submittedAt ? { submitted_at: submittedAt } : {}),
    },
  })
}

export async function sendScore(
  caller: Caller,
  lineItem: string,
  subject: string,
  score: PassbackScore,
): Promise<OutboundAnswer> {
  return await callService(caller, [scoreScope], {
    method: 'POST',
    url: underLineItem(lineItem, 'scores'),
    headers: { 'content-type': 'application/vnd.ims.lis.v1.score+json' },
    body: scoreBody(subject, score),
  })
}

const resultsSchema = z.array(
  z.object({ userId: z.coerce.string(), resultScore: z.number().nullish(), resultMaximum: z.number().nullish() }),
)

/**
 * What the gradebook holds of a person, in our own points; `null` when it holds nothing, `undefined` when it does not let us
 * look. Rejects with `unavailable` when it cannot answer just now.
 */
export async function readResult(
  caller: Caller,
  lineItem: string,
  subject: string,
  maximum: number,
): Promise<number | null | undefined> {
  const answer = await callService(caller, [resultScope], {
    method: 'GET',
    url: underLineItem(lineItem, 'results', { user_id: subject }),
    headers: { accept: 'application/vnd.ims.lis.v2.resultcontainer+json' },
  }).catch((error: unknown) => {
    if (error instanceof AppError && error.reason === 'token_refused') return undefined
    throw error
  })
  if (answer && (answer.status >= 500 || answer.status === 429))
    throw new AppError('unavailable', 'The learning platform has a problem of its own just now.')
  if (answer?.status !== 200) return undefined
  const parsed = resultsSchema.safeParse(readServiceJson(answer))
  if (!parsed.success) return undefined
  const result = parsed.data.find(({ userId }) => userId === subject)
  if (result?.resultScore === null || result?.resultScore === undefined) return null
  return (result.resultScore / (result.resultMaximum || 1)) * maximum
}

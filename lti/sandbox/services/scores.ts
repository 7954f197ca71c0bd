import type { Request, Response } from 'express'
import { z } from 'zod'
import { cellOf, lineItemUrl } from '../gradebook.js'
import type { Cell, LineItem, Lms } from '../model.js'
import { itemOf } from './line-items.js'

const submissionExtension = 'https://canvas.instructure.com/lti/submission'

/** AGS 2.0, 3.4. */
const scoreSchema = z.object({
  userId: z.string(),
  scoreGiven: z.number().min(0).optional(),
  scoreMaximum: z.number().positive().optional(),
  comment: z.string().optional(),
  timestamp: z.iso.datetime({ offset: true }),
  activityProgress: z.enum(['Initialized', 'Started', 'InProgress', 'Submitted', 'Completed']),
  gradingProgress: z.enum(['FullyGraded', 'Pending', 'PendingManual', 'Failed', 'NotReady']),
  submission: z.object({ submittedAt: z.string().optional() }).optional(),
  [submissionExtension]: z
    .object({ new_submission: z.boolean().optional(), submitted_at: z.string().optional() })
    .optional(),
})
type Score = z.infer<typeof scoreSchema>

/** Attempts that a Canvas assignment of the sandbox allows. */
const attemptsAllowed = 3

type Answer = [status: number, body?: object]

/** Moodle: whole seconds; never for teachers; anything that is not fully graded erases, and no comment wipes the feedback. */
function takeAsMoodle(lms: Lms, item: LineItem, cell: Cell, score: Score): Answer {
  const person = lms.people.find(({ id }) => id === score.userId)
  if (person?.role !== 'student' || person.left) return [400, { error: 'user is not gradable' }]
  const second = (time: string) => Math.floor(Date.parse(time) / 1000)
  if (cell.timestamp !== null && second(score.timestamp) <= second(cell.timestamp))
    return [409, { error: 'refused score with older timestamp' }]
  if (cell.locked || item.locked || lms.faults.locked) return [500, { error: 'grade is locked' }]
  if (cell.overridden) return [200]
  write(cell, item, score, score.gradingProgress === 'FullyGraded')
  return [200]
}

/** Canvas: a score is a new attempt unless it says that it is none; progress of three kinds clears; `submitted_at` is the work's time. */
function takeAsCanvas(lms: Lms, item: LineItem, cell: Cell, score: Score): Answer {
  const person = lms.people.find(({ id }) => id === score.userId)
  if (!person || person.left) return [404, { error: 'no such user in the course' }]
  if (cell.timestamp !== null && Date.parse(score.timestamp) < Date.parse(cell.timestamp))
    return [409, { error: 'older timestamp' }]
  if (cell.locked || item.locked || lms.faults.locked) return [422, { error: 'grading period is closed' }]
  const extension = score[submissionExtension]
  if (extension?.new_submission !== false) {
    if (cell.attempts >= attemptsAllowed)
      return [422, { error: 'The maximum number of allowed attempts has been reached' }]
    cell.attempts++
  }
  write(cell, item, score, !['NotReady', 'Pending', 'Failed'].includes(score.gradingProgress))
  if (extension?.submitted_at) cell.submittedAt = extension.submitted_at
  return [200, { resultUrl: `${lineItemUrl(lms, item)}/results/${score.userId}` }]
}

function write(cell: Cell, item: LineItem, score: Score, graded: boolean): void {
  const { scoreGiven, scoreMaximum = item.scoreMaximum, comment = '', timestamp } = score
  cell.points = graded && scoreGiven !== undefined ? (scoreGiven / scoreMaximum) * item.scoreMaximum : null
  cell.comment = graded ? comment : ''
  cell.timestamp = timestamp
  cell.submittedAt = score.submission?.submittedAt ?? cell.submittedAt
  cell.history.push({ points: cell.points, comment: cell.comment, timestamp })
}

/** POST …/scores. Moodle answers 200 and "[]" to what it cannot read, and keeps nothing of it. */
export function takeScore(lms: Lms, request: Request, response: Response): void {
  const item = itemOf(lms, request, response)
  if (!item) return
  if (request.get('Content-Type') !== 'application/vnd.ims.lis.v1.score+json')
    return void response.status(415).json({ error: 'media type' })
  const text = String(request.body)
  const score = scoreSchema.safeParse(readJson(text))
  const moodle = lms.manners === 'moodle'
  if (!score.success || (moodle && text.includes('\n')))
    return void (moodle ? response.status(200).json([]) : response.status(400).json({ error: 'no score' }))
  const cell = cellOf(lms, item.id, score.data.userId)
  const [status, body] = (moodle ? takeAsMoodle : takeAsCanvas)(lms, item, cell, score.data)
  response
    .status(status)
    .type('json')
    .send(body ? JSON.stringify(body) : '')
}

/** GET …/results (AGS 2.0, 3.3). Moodle breaks on `limit`. */
export function listResults(lms: Lms, request: Request, response: Response): void {
  const item = itemOf(lms, request, response)
  if (!item) return
  const { user_id: wanted, limit } = request.query
  if (limit !== undefined && lms.manners === 'moodle') return void response.status(500).json({ error: 'unexpected' })
  const asked = wanted === undefined ? lms.people : lms.people.filter(({ id }) => id === wanted)
  const results = asked.flatMap(({ id }) => {
    const cell = lms.cells.get(`${item.id}/${id}`)
    if (!cell) return []
    return [
      {
        id: `${lineItemUrl(lms, item)}/results/${id}`,
        scoreOf: lineItemUrl(lms, item),
        userId: id,
        ...(cell.points === null ? {} : { resultScore: cell.points, resultMaximum: item.scoreMaximum }),
        comment: cell.comment,
      },
    ]
  })
  response.type('application/vnd.ims.lis.v2.resultcontainer+json').send(JSON.stringify(results))
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

import { expect, test } from '@jest/globals'
import { judgeAnswer } from '../../lti/services/judge-answer.js'

const now = new Date('2026-03-02T10:00:00Z')
const judge = (status: number, body = '', headers: Record<string, string> = {}, attempts = 0) =>
  judgeAnswer({ status, body, headers, url: 'https://lms.example/scores' }, 'moodle', attempts, now)

test.each([
  ['200 with an answer', 200, '{"resultUrl":"x"}', 'arrived'],
  ['204', 204, '', 'arrived'],
  ["Moodle's 200 for what it did not save", 200, ' [] ', 'again'],
  ['409', 409, '', 'look'],
  ['408', 408, '', 'again'],
  ['500', 500, '', 'again'],
  ['503', 503, '', 'again'],
  ['429', 429, '', 'again'],
  ['a 403 that is a rate limit', 403, '403 Forbidden (Rate Limit Exceeded)', 'again'],
])('%s', (_name, status, body, kind) => {
  expect(judge(status, body)).toMatchObject({ kind })
})

test.each([
  [400, 'refused', /does not take a grade for this person/],
  [401, 'needs attention', /administrator/],
  [403, 'needs attention', /administrator/],
  [404, 'needs attention', /no column/],
  [422, 'refused', /no more attempts/],
  [418, 'refused', /418/],
] as const)('%i is an end, with a reason that a teacher understands', (status, state, reason) => {
  expect(judge(status)).toMatchObject({ kind: 'end', state, reason: expect.stringMatching(reason) })
})

test('a 500 of Moodle’s that stays is a locked grade', () => {
  expect(judge(500, '', {}, 5)).toMatchObject({
    kind: 'end',
    state: 'needs attention',
    reason: expect.stringContaining('locked'),
  })
})

test.each([
  ['seconds', '90', 90],
  ['a date', 'Mon, 02 Mar 2026 10:02:00 GMT', 120],
  ['a date that is over', 'Mon, 02 Mar 2026 09:00:00 GMT', 1],
  ['a year', '31536000', 24 * 3600],
])('Retry-After in %s is kept to, within reason', (_name, header, seconds) => {
  expect(judge(429, '', { 'retry-after': header })).toMatchObject({ kind: 'again', seconds })
})

test('a 429 that says nothing of when is waited for a minute', () => {
  expect(judge(429, '', { 'retry-after': 'soon' })).toMatchObject({ kind: 'again', seconds: 60 })
})

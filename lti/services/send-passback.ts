import { notePassback, stampPassback } from '../../src/classroom/note-passback.js'
import type { Passback } from '../../src/classroom/passback.js'
import { readPassback } from '../../src/classroom/read-passback.js'
import { type AppError, asAppError } from '../../src/errors.js'
import type { JobRun } from '../../src/jobs.js'
import type { Door } from '../door.js'
import { registrationById } from '../registration/find-registration.js'
import type { AccessTokens } from './access-tokens.js'
import type { Caller } from './call.js'
import { judgeAnswer } from './judge-answer.js'
import { lineItemOf } from './line-item-of.js'
import { readResult, sendScore } from './scores.js'

/** Seconds until the next try: 2, 4, 8 … up to an hour, and a little by chance so that a class does not come back all at once. */
const backoff = (attempts: number): number =>
  Math.min(3600, 2 ** Math.min(attempts + 1, 12)) * (0.75 + Math.random() / 2)

const sameScore = (a: number | null | undefined, b: number | null): boolean =>
  a !== null && a !== undefined && b !== null && Math.abs(a - b) < 0.005

/**
 * One try to bring a grade to its gradebook. However often it is begun and broken off, the grade arrives once with its value:
 * its timestamp is fixed before the first try, so a platform that has it says 409, and then what the gradebook holds decides.
 */
export async function sendPassback(
  door: Door,
  tokens: AccessTokens,
  { tenant, passback: id }: { tenant: string; passback: string },
  { signal }: JobRun,
): Promise<void> {
  const { ctx } = door
  const passback = await readPassback(ctx, { tenant, passback: id })
  if (!passback || passback.state === 'confirmed') return
  const after = (seconds: number) => new Date(ctx.now().getTime() + seconds * 1000)
  const retry = (reason: string, seconds = backoff(passback.attempts)) =>
    notePassback(ctx, tenant, passback, { state: 'queued', reason, again: after(seconds) })
  try {
    const registrationId = passback.services.course.registration
    if (typeof registrationId !== 'string') {
      await notePassback(ctx, tenant, passback, {
        state: 'needs attention',
        reason: 'This course is not connected to a learning platform.',
      })
      return
    }
    const registration = await ctx.db.outsideTenants((tx) => registrationById(ctx, tx, registrationId))
    const caller: Caller = { door, tokens, registration, signal }
    let lineItem = await lineItemOf(caller, tenant, passback)
    // It arrived at an earlier try, and was not seen yet.
    if (passback.state === 'sent') return await look(caller, tenant, passback, lineItem, false)
    if (passback.score.timestamp === null && !(await stampPassback(ctx, tenant, passback))) return
    let answer = await sendScore(caller, lineItem, passback.subject, passback.score)
    if (answer.status === 404 && passback.services.course.lineItems) {
      lineItem = await lineItemOf(caller, tenant, passback, lineItem)
      answer = await sendScore(caller, lineItem, passback.subject, passback.score)
    }
    const verdict = judgeAnswer(answer, registration.family, passback.attempts, ctx.now())
    if (verdict.kind === 'again') await retry(verdict.reason, verdict.seconds)
    else if (verdict.kind === 'end') await notePassback(ctx, tenant, passback, verdict)
    else await look(caller, tenant, passback, lineItem, verdict.kind === 'look')
  } catch (thrown) {
    if (signal.aborted) throw thrown
    await noteFailure(asAppError(thrown), retry, (reason) =>
      notePassback(ctx, tenant, passback, { state: 'needs attention', reason }),
    )
  }
}

/** Reads the grade back: that it stands there is what confirms it. */
async function look(
  caller: Caller,
  tenant: string,
  passback: Passback,
  lineItem: string,
  refusedAsOld: boolean,
): Promise<void> {
  const { ctx } = caller.door
  const { points, maximum, confirmed } = passback.score
  const note = (what: Parameters<typeof notePassback>[3]) => notePassback(ctx, tenant, passback, what)
  const later = (seconds: number) => new Date(ctx.now().getTime() + seconds * 1000)
  const result = await readResult(caller, lineItem, passback.subject, maximum).catch((error: unknown) => {
    if (asAppError(error).code !== 'unavailable') throw error
    return 'later' as const
  })
  if (result === 'later') {
    const state = refusedAsOld ? 'queued' : 'sent'
    await note({ state, reason: null, again: later(backoff(passback.attempts)) })
  } else if (sameScore(result, points)) {
    await note({ state: 'confirmed', reason: null, score: { confirmed: points } })
  } else if (result === undefined) {
    await note(
      refusedAsOld
        ? {
            state: 'needs attention',
            reason: 'The gradebook says that it holds a newer grade, and does not let us read it.',
          }
        : { state: 'sent', reason: null },
    )
  } else if (refusedAsOld && (result === null || sameScore(result, confirmed))) {
    // It holds a later time of ours (another machine's clock): ours is the newer grade, so it goes out again with a later one.
    await note({
      state: 'queued',
      reason: null,
      score: { timestamp: null, after: passback.score.timestamp },
      again: later(backoff(passback.attempts)),
    })
  } else if (!refusedAsOld && passback.attempts < 3 && (result === null || sameScore(result, confirmed))) {
    await note({ state: 'sent', reason: null, again: later(2 * (passback.attempts + 1)) })
  } else {
    const shown = result === null ? 'no grade' : `${Number(result.toFixed(2))} of ${maximum}`
    await note({
      state: 'needs attention',
      reason: `The gradebook shows ${shown}: somebody has changed or fixed it there. It stays as it is; send again to try once more.`,
    })
  }
}

/** What went wrong before there was an answer: a platform that cannot be reached is tried again, a refusal is not. */
async function noteFailure(
  error: AppError,
  retry: (reason: string) => Promise<boolean>,
  stop: (reason: string) => Promise<boolean>,
): Promise<void> {
  const hopeless =
    error.reason === 'token_refused' ||
    error.reason === 'line_item_refused' ||
    error.reason === 'platform_disabled' ||
    error.reason === 'platform_unknown'
  if (hopeless) await stop(error.message)
  else if (error.code === 'unavailable' || error.code === 'timeout') await retry(error.message)
  else throw error
}

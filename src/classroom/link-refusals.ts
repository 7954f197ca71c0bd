import { AppError } from '../errors.js'

/** Why a chat account is not linked, in words for whoever typed the code. */
const getNew = 'Open the activity in your course and get a new code there.'

export const codeUnknown = () =>
  new AppError('not_found', `We do not know this code. Look at it once more, or: ${getNew}`, { reason: 'code_unknown' })

export const codeUsed = () => new AppError('conflict', `This code was used already. ${getNew}`, { reason: 'code_used' })

export const codeOld = () =>
  new AppError('gone', `This code is too old: a code is good for ten minutes. ${getNew}`, { reason: 'code_old' })

export const leftCourse = () =>
  new AppError('forbidden', 'You are not in this course any more, so this account was not linked to it.', {
    reason: 'left_course',
  })

export const linkedToAnother = () =>
  new AppError(
    'conflict',
    'This account is linked to somebody else in your school. If it is yours, type `/mashup unlink` first, then the code again.',
    { reason: 'linked_to_another' },
  )

export const tooManyTries = (seconds: number) => {
  const minutes = Math.max(1, Math.ceil(seconds / 60))
  const wait = minutes === 1 ? 'a minute' : `${minutes} minutes`
  return new AppError('too_many_requests', `That were many tries. Wait ${wait}, then try again.`, {
    retryAfter: Math.max(1, seconds),
    reason: 'too_many_tries',
  })
}

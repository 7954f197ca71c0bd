import { z } from 'zod'
import { AppError } from '../../src/errors.js'

/** https://discord.com/developers/docs/topics/opcodes-and-status-codes#json-json-error-codes, those that we tell apart. */
export const codes = {
  unknownChannel: 10003,
  unknownGuild: 10004,
  unknownMessage: 10008,
  unknownWebhook: 10015,
  unknownInteraction: 10062,
  tooLarge: 40005,
  alreadyAcknowledged: 40060,
  missingAccess: 50001,
  notATextChannel: 50008,
  missingPermissions: 50013,
  wrongChannelType: 50024,
  invalidWebhookToken: 50027,
  threadIsArchived: 50083,
  threadExists: 160004,
  threadIsLocked: 160005,
} as const

const refusalSchema = z.object({ status: z.number(), code: z.union([z.number(), z.string()]) })
const rateLimitSchema = z.object({ route: z.string(), retryAfter: z.number() })

/** Discord's own number for what was wrong; `null` when it was something else. */
export function codeOf(thrown: unknown): number | null {
  const parsed = refusalSchema.safeParse(thrown)
  return parsed.success && typeof parsed.data.code === 'number' ? parsed.data.code : null
}

/** Whether a token of somebody's interaction is of no use any more, or never was known. */
export const isTooLate = (thrown: unknown): boolean =>
  ([codes.unknownInteraction, codes.unknownWebhook, codes.invalidWebhookToken] as (number | null)[]).includes(
    codeOf(thrown),
  )

const gone = 'This channel or thread is not in Discord any more, or the bot is not in this server.'

/** What Discord refused, as the room's callers know it (see chat-room.ts). `missing`: names of permissions, where they are known. */
export function asRoomError(cause: unknown, missing: readonly string[] = []): AppError {
  if (cause instanceof AppError) return cause
  const limited = rateLimitSchema.safeParse(cause)
  if (limited.success) {
    const retryAfter = Math.max(1, Math.ceil(limited.data.retryAfter / 1000))
    return new AppError('too_many_requests', 'Discord asks us to be slower.', { cause, retryAfter })
  }
  switch (codeOf(cause)) {
    case codes.unknownChannel:
    case codes.unknownGuild:
      return new AppError('gone', gone, { cause })
    case codes.missingAccess:
    case codes.missingPermissions:
      return missingPermission(missing, cause)
    case codes.threadIsLocked:
      return lockedThread(cause)
    case codes.notATextChannel:
    case codes.wrongChannelType:
      return new AppError('forbidden', 'A session needs a text channel, where threads can be made. Please use one.', {
        cause,
        reason: 'missing_permission',
      })
  }
  const { data: refusal } = refusalSchema.safeParse(cause)
  if (refusal && refusal.status >= 400 && refusal.status < 500 && refusal.status !== 401)
    return new AppError('internal', 'Discord did not take what we sent.', { cause })
  // No connection, a time-out, 5xx, or a token that is not good any more: all is kept, and tried again.
  return new AppError('unavailable', 'Discord cannot be reached at the moment.', { cause })
}

/** Only who may manage threads writes in one that was locked. */
export const lockedThread = (cause: unknown): AppError =>
  missingPermission(['Manage Threads (somebody locked this thread)'], cause)

export function missingPermission(missing: readonly string[], cause?: unknown): AppError {
  const what =
    missing.length > 0
      ? `In this channel I need: ${missing.join(', ')}.`
      : 'In this channel something that I need is not allowed to me.'
  return new AppError(
    'forbidden',
    `${what} Whoever manages this server can allow it: Edit Channel, Permissions, the bot's role.`,
    { cause, reason: 'missing_permission' },
  )
}

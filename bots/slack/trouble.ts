import { webApi } from '@slack/bolt'
import { AppError } from '../../src/errors.js'

/** What Slack's error means for us, where it is not our own fault. https://docs.slack.dev/reference/methods/chat.postMessage#errors */
const invite =
  'I am not in this channel yet. Type /invite here, choose Lit Music Mashup, and try again. In a private channel somebody who is in it has to do that.'
const refused =
  'This workspace does not let apps post in this channel. An administrator of the workspace can change that.'
const notHere = 'That channel is not there any more, or it is archived.'
const notConnected = 'This workspace is not connected any more. An administrator can install the app again.'

const missing = (message: string) => ({ code: 'forbidden', reason: 'missing_permission', message }) as const
const gone = (message: string, reason: 'channel' | 'space') => ({ code: 'gone', reason, message }) as const

const meanings: Record<string, { code: 'forbidden' | 'gone'; reason: string; message: string }> = {
  not_in_channel: missing(invite),
  channel_not_found: missing(invite),
  user_not_in_channel: missing(invite),
  restricted_action: missing(refused),
  restricted_action_read_only_channel: missing(refused),
  restricted_action_thread_only_channel: missing(refused),
  restricted_action_non_threadable_channel: missing(refused),
  not_allowed_token_type: missing(refused),
  access_denied: missing(refused),
  is_archived: gone(notHere, 'channel'),
  channel_is_archived: gone(notHere, 'channel'),
  account_inactive: gone(notConnected, 'space'),
  invalid_auth: gone(notConnected, 'space'),
  not_authed: gone(notConnected, 'space'),
  token_revoked: gone(notConnected, 'space'),
  token_expired: gone(notConnected, 'space'),
  team_access_not_granted: gone(notConnected, 'space'),
}

export const channelGone = (cause: unknown): AppError => new AppError('gone', notHere, { reason: 'channel', cause })

export const notInstalled = (): AppError => new AppError('gone', notConnected, { reason: 'space' })

/** Slack's name of the error, where Slack refused; `null` where nothing came of the call. */
export const slackErrorOf = (thrown: unknown): string | null =>
  thrown instanceof webApi.WebAPIPlatformError ? thrown.data.error : null

const away = (cause: unknown, retryAfter = 5) =>
  new AppError('unavailable', 'Slack does not answer just now. Please try again in a moment.', { cause, retryAfter })

/** Whatever a call to Slack threw, as the AppError that ChatRoom promises. */
export function asSlackTrouble(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown
  if (thrown instanceof webApi.WebAPIRateLimitedError) return tooMany(thrown, thrown.retryAfter)
  if (thrown instanceof webApi.WebAPIHTTPError && thrown.statusCode === 429) return tooMany(thrown, 1)
  if (thrown instanceof webApi.WebAPIRequestError || thrown instanceof webApi.WebAPIHTTPError) return away(thrown)
  const name = slackErrorOf(thrown)
  if (name === null) return new AppError('internal', 'Something went wrong between us and Slack.', { cause: thrown })
  if (name === 'ratelimited') return tooMany(thrown, 1)
  if (/^(internal_error|fatal_error|service_unavailable|request_timeout|team_added_to_org)$/.test(name))
    return away(thrown)
  if (name === 'missing_scope') return missingScope(thrown)
  const meaning = meanings[name]
  if (meaning) return new AppError(meaning.code, meaning.message, { reason: meaning.reason, cause: thrown })
  return new AppError('internal', 'Slack did not take what we sent.', { reason: name, cause: thrown })
}

const tooMany = (cause: unknown, retryAfter: number) =>
  new AppError('too_many_requests', 'Slack asks us to wait a moment.', { cause, retryAfter })

function missingScope(thrown: unknown): AppError {
  const needed =
    thrown instanceof webApi.WebAPIPlatformError && 'needed' in thrown.data ? String(thrown.data.needed) : ''
  const scopes = /^[a-z:.,_-]{1,100}$/.test(needed) ? needed : 'one that it was not given'
  return new AppError(
    'forbidden',
    `The app lacks a permission in this workspace (${scopes}). An administrator of the workspace can install it again to add it.`,
    { reason: 'missing_permission', cause: thrown },
  )
}

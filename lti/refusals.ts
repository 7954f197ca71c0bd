import { AppError, type ErrorCode } from '../src/errors.js'

/** What a person is told of a launch that was refused: what happened, and what they can do. For teachers, not for developers. */
interface Refusal {
  code: ErrorCode
  happened: string
  advice: string
}

const startAgain = 'Go back to your course and open the activity again.'
const askAdministrator = 'Please give this page to the person who looks after your learning platform.'

/** Every way a launch can be refused, by name. The name stands on the page, in the log and in the tests. */
export const refusals = {
  request_malformed: {
    code: 'invalid_request',
    happened: 'The learning platform sent a request that could not be read.',
    advice: startAgain,
  },
  address_empty: {
    code: 'not_found',
    happened: 'Learning platforms open this address by themselves. There is nothing to see here.',
    advice: 'Open the activity from your course.',
  },
  platform_error: {
    code: 'invalid_request',
    happened: 'The learning platform answered that it could not sign you in.',
    advice: startAgain,
  },
  platform_unknown: {
    code: 'invalid_request',
    happened: 'This learning platform is not registered here.',
    advice: askAdministrator,
  },
  platform_ambiguous: {
    code: 'invalid_request',
    happened: 'Several registrations share this learning platform, and it did not say which one is meant (client_id).',
    advice: askAdministrator,
  },
  platform_disabled: {
    code: 'forbidden',
    happened: 'The registration of this learning platform is switched off.',
    advice: askAdministrator,
  },
  target_refused: {
    code: 'invalid_request',
    happened: 'The link that was opened does not belong to this service, or is not the one that was asked for first.',
    advice: askAdministrator,
  },
  state_unknown: {
    code: 'unauthenticated',
    happened: 'This sign-in was not begun here, or it is from another try.',
    advice: startAgain,
  },
  state_expired: { code: 'unauthenticated', happened: 'This sign-in took too long.', advice: startAgain },
  state_used: { code: 'unauthenticated', happened: 'This sign-in was used already.', advice: startAgain },
  browser_mismatch: {
    code: 'unauthenticated',
    happened: 'This sign-in was begun in another browser, or this browser did not keep its cookie.',
    advice: 'Open the activity again in a new tab. If that does not help, allow cookies for this site.',
  },
  token_malformed: {
    code: 'unauthenticated',
    happened: 'The learning platform sent no readable ID token.',
    advice: askAdministrator,
  },
  token_algorithm: {
    code: 'unauthenticated',
    happened: 'The ID token is not signed with RS256.',
    advice: askAdministrator,
  },
  token_key: {
    code: 'unauthenticated',
    happened: 'The ID token is signed with a key that the learning platform does not publish.',
    advice: askAdministrator,
  },
  token_signature: {
    code: 'unauthenticated',
    happened: 'The signature of the ID token does not fit.',
    advice: askAdministrator,
  },
  token_expired: {
    code: 'unauthenticated',
    happened: 'The ID token has expired. The clock of the learning platform may be slow.',
    advice: startAgain,
  },
  token_time: {
    code: 'unauthenticated',
    happened:
      'The ID token does not say when it was made, or comes from the future. The clock of the learning platform may be fast.',
    advice: askAdministrator,
  },
  issuer_mismatch: {
    code: 'unauthenticated',
    happened: 'The ID token comes from another learning platform than the sign-in.',
    advice: startAgain,
  },
  audience_mismatch: {
    code: 'unauthenticated',
    happened: 'The ID token is meant for another tool.',
    advice: askAdministrator,
  },
  nonce_mismatch: {
    code: 'unauthenticated',
    happened: 'The ID token does not belong to this sign-in.',
    advice: startAgain,
  },
  version_unsupported: {
    code: 'invalid_request',
    happened: 'The launch is not an LTI 1.3 launch.',
    advice: askAdministrator,
  },
  message_unsupported: {
    code: 'invalid_request',
    happened: 'The learning platform sent a kind of message that this service does not know.',
    advice: askAdministrator,
  },
  person_missing: {
    code: 'invalid_request',
    happened: 'The learning platform did not say who you are (sub), so your work could not be kept for you.',
    advice: askAdministrator,
  },
  resource_link_missing: {
    code: 'invalid_request',
    happened: 'The learning platform did not say which activity was opened (resource_link.id).',
    advice: askAdministrator,
  },
  claims_malformed: {
    code: 'invalid_request',
    happened: 'The launch lacks something that LTI 1.3 requires.',
    advice: askAdministrator,
  },
  deployment_unknown: {
    code: 'forbidden',
    happened: 'This deployment of the tool is not registered here.',
    advice: askAdministrator,
  },
  deep_linking_forbidden: {
    code: 'forbidden',
    happened: 'Only teachers can set up an activity.',
    advice: 'Go back to your course.',
  },
  too_many_requests: {
    code: 'too_many_requests',
    happened: 'Very many requests came from your network within a minute.',
    advice: 'Nothing is lost: please wait a minute and try again.',
  },
  keys_unreachable: {
    code: 'unavailable',
    happened: 'The keys of the learning platform could not be fetched.',
    advice:
      'Please try again in a minute. If it stays so, give this page to the person who looks after your learning platform.',
  },
} as const satisfies Record<string, Refusal>

export type RefusalName = keyof typeof refusals

/** The error of a refused launch. `detail` is for the log and for administrators (which claim, which deployment); never a token. */
export function refuse(
  name: RefusalName,
  detail?: string,
  { cause, retryAfter }: { cause?: unknown; retryAfter?: number } = {},
): AppError {
  const { code, happened } = refusals[name]
  return new AppError(code, happened, {
    reason: name,
    cause,
    ...(retryAfter === undefined ? {} : { retryAfter }),
    ...(detail ? { faults: [{ at: name, message: detail }] } : {}),
  })
}

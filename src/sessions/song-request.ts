import type { MashupRequest } from '../domain/mashup-request.js'
import type { SessionRequest } from '../domain/session/commands.js'
import { AppError } from '../errors.js'
import { understandRequest } from '../mashups/understand-request.js'

/** The same session gives the same seed: its songs can be told apart and made again. */
const seedOf = (session: string): number => Number.parseInt(session.replaceAll('-', '').slice(0, 8), 16)

/**
 * A session's request as that of a song. Rejects as `understandRequest` does, at the session's own fields: before the lobby is
 * left, as afterwards nobody could mend it.
 */
export function songRequestOf({ genres, ...rest }: SessionRequest, session: string): MashupRequest {
  const asked = { prompt: `about ${rest.topic}`.slice(0, 500), ...rest, ...(genres.length > 0 && { genres }) }
  try {
    return understandRequest(asked, { seed: seedOf(session) })
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown
    // The prompt is ours, made of the topic: what is wrong with it is wrong with the topic.
    const faults = thrown.faults.map(({ at, message }) => ({ at: at === '/prompt' ? '/topic' : at, message }))
    throw new AppError(thrown.code, thrown.message, { faults, cause: thrown })
  }
}

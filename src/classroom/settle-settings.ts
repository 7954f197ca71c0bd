import type { AssignmentSettings } from '../domain/assignment.js'
import { AppError } from '../errors.js'
import { findGenre, genres as knownGenres, nearestGenres } from '../knowledge/genres.js'
import { understandRequest } from '../mashups/understand-request.js'
import { assignmentRequest } from './assignment-request.js'

/**
 * Settings that a song can be made of: genres by their ids, and all that a request is held to (safe, singable, nobody's own
 * style), so that the teacher hears of it and not each student. Rejects with the codes of a request, at the settings' own fields.
 */
export function settleSettings(settings: AssignmentSettings): AssignmentSettings {
  const genres = [...new Set(settings.genres.map(genreId))]
  const settled = { ...settings, genres }
  // One genre leaves the other to each student: any stands for theirs here.
  const partner = knownGenres.find(({ id }) => id !== genres[0])
  const wish = genres.length === 1 && partner ? { genres: [partner.id] } : {}
  try {
    understandRequest(assignmentRequest(settled, wish), { seed: 0 })
  } catch (thrown) {
    throw thrown instanceof AppError ? atSettings(thrown) : thrown
  }
  return settled
}

function genreId(name: string, at: number): string {
  const genre = findGenre(name)
  if (genre) return genre.id
  const near = nearestGenres(name, 3).map((found) => found.name)
  const message = `"${name}" is not a genre we know. Near it: ${near.join(', ')}.`
  throw new AppError('unknown_genre', message, { faults: [{ at: `/genres/${at}`, message }] })
}

/** The prompt is ours, made of the topic: what is wrong with it is wrong with the topic. */
function atSettings(error: AppError): AppError {
  const faults = error.faults.map(({ at, message }) => ({ at: at === '/prompt' ? '/topic' : at, message }))
  return new AppError(error.code, error.message, { faults, cause: error })
}

import type { GenreInBrief } from '../../api/library.js'
import { type Family, familiesOf } from '../../design/family.js'

export const nameOfGenre = (id: string, genres: readonly GenreInBrief[]): string =>
  genres.find((genre) => genre.id === id)?.name ?? id.replaceAll('-', ' ')

/** What each of a blend's genres wears. */
export function blendFamilies(ids: readonly (string | null)[], genres: readonly GenreInBrief[]): Family[] {
  const chosen = ids.filter((id) => id !== null)
  return familiesOf(chosen.map((id) => genres.find((genre) => genre.id === id)?.region))
}

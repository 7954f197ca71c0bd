import { useMemo } from 'react'
import { type GenreInBrief, listGenres, listTopics } from '../../api/library.js'
import { useAsked } from '../../api/use-asked.js'
import { type Family, familiesOf, regions } from '../../design/family.js'

export const useGenres = () => useAsked(listGenres)
export const useTopics = () => useAsked(listTopics)

/** The genres of the form by their region, in the order of the regions. */
export const useByRegion = (genres: readonly GenreInBrief[]) =>
  useMemo(
    () =>
      regions
        .map((region) => ({ region, genres: genres.filter((genre) => genre.region === region) }))
        .filter((group) => group.genres.length > 0),
    [genres],
  )

export const nameOfGenre = (id: string, genres: readonly GenreInBrief[]): string =>
  genres.find((genre) => genre.id === id)?.name ?? id.replaceAll('-', ' ')

/** What each of a blend's genres wears. */
export function blendFamilies(ids: readonly (string | null)[], genres: readonly GenreInBrief[]): Family[] {
  const chosen = ids.filter((id) => id !== null)
  return familiesOf(chosen.map((id) => genres.find((genre) => genre.id === id)?.region))
}

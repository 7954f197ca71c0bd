import { useMemo } from 'react'
import { type GenreInBrief, listGenres, listTopics, type TopicInBrief } from '../../api/library.js'
import { useAsked } from '../../api/use-asked.js'
import { regions } from '../../design/family.js'

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

/** A topic of the library by its name. */
export const topicNamed = (name: string, topics: readonly TopicInBrief[]): TopicInBrief | undefined =>
  topics.find((topic) => topic.name === name.trim())

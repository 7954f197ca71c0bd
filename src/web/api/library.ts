import type { Genre } from '../../domain/genre.js'
import type { Topic } from '../../domain/topic.js'
import { askJson } from './ask.js'

export type GenreInBrief = Pick<Genre, 'id' | 'name' | 'aliases' | 'region' | 'instruments' | 'origin'>
export type TopicInBrief = Pick<Topic, 'id' | 'name' | 'subject' | 'grades'>

interface Page<T> {
  items: T[]
  total: number
}

/** All of a list: it comes in pages of two hundred at most. */
async function all<T>(path: string, signal: AbortSignal): Promise<T[]> {
  const items: T[] = []
  for (;;) {
    const page = await askJson<Page<T>>(`${path}?limit=200&offset=${items.length}`, { signal })
    items.push(...page.items)
    if (items.length >= page.total || page.items.length === 0) return items
  }
}

export const listGenres = (signal: AbortSignal) => all<GenreInBrief>('/api/v1/education/genres', signal)
export const listTopics = (signal: AbortSignal) => all<TopicInBrief>('/api/v1/education/topics', signal)
export const readGenre = (id: string) => askJson<Genre>(`/api/v1/education/genres/${encodeURIComponent(id)}`)
export const readTopic = (id: string) => askJson<Topic>(`/api/v1/education/topics/${encodeURIComponent(id)}`)

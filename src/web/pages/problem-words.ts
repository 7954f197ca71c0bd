import type { Problem } from '../api/problem.js'

/** What went wrong: a title, and what to do about it. */
export interface KindWords {
  title: string
  text: string
}

const titles: Record<string, string> = {
  unauthenticated: 'Open this page again from your course',
  forbidden: 'This is not open to you',
  offline: 'You are offline',
  away: 'The service is not answering',
  not_found: 'There is nothing here',
  conflict: 'That cannot be done now',
  too_many_requests: 'That was quick',
  cancelled: 'Stopped',
  timeout: 'That took too long',
  unavailable: 'The service is busy',
  invalid_request: 'Something in the form needs another look',
  unknown_genre: 'We do not know that kind of music',
  genre_count: 'Two kinds of music make a mashup',
  unsafe_topic: 'Not this one, please',
  facts_needed: 'Tell us three things about it first',
  artist_style: 'Not in somebody’s own style',
  existing_lyrics: 'Those words belong to a song already',
}

const textOf = ({ code, message, retryAfter }: Problem): string => {
  const texts: Record<string, string> = {
    offline: 'Your computer has no connection. What you wrote is still here; try again when you are back.',
    away: 'It may be starting again. What you wrote is still here; try again in a moment.',
    too_many_requests: `Wait ${retryAfter ?? 'a few'} seconds and try again.`,
    cancelled: 'What you chose is still here.',
  }
  return texts[code] ?? message
}

/** Kind words for a problem. `own`: a page's own, by code; whatever it says nothing of is said as everywhere. */
export function kindly(problem: Problem, own: Record<string, Partial<KindWords>> = {}): KindWords {
  return { title: titles[problem.code] ?? 'That did not work', text: textOf(problem), ...own[problem.code] }
}

/** Some messages of the service's checks are said of a field ("must not be empty"), the others are sentences already. */
export const asSentence = (message: string): string => (/^\p{Ll}/u.test(message) ? `This ${message}.` : message)

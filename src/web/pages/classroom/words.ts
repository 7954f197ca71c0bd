import type { PassbackStatus } from '../../../domain/classroom.js'
import type { Problem } from '../../api/problem.js'
import type { Tone } from '../../design/card.js'

/** Kind words for what went wrong on a page that was opened from a course: a title, and what to do about it. */
export function kindly({ code, message, retryAfter }: Problem): { title: string; text: string } {
  const titles: Record<string, string> = {
    unauthenticated: 'Open this page again from your course',
    forbidden: 'This is not open to you',
    offline: 'You are offline',
    away: 'The service is not answering',
    not_found: 'There is nothing here',
    conflict: 'That cannot be done now',
    too_many_requests: 'That was quick',
    cancelled: 'Stopped',
    invalid_request: 'Something in the form needs another look',
    unknown_genre: 'We do not know that kind of music',
    genre_count: 'Two kinds of music make a mashup',
    unsafe_topic: 'This does not suit the grade',
    facts_needed: 'Tell us three things about it first',
    artist_style: 'Not in somebody’s own style',
    existing_lyrics: 'Those words belong to a song already',
  }
  const texts: Record<string, string> = {
    offline: 'Your computer has no connection. What you wrote is still here; try again when you are back.',
    away: 'It may be starting again. What you wrote is still here; try again in a moment.',
    too_many_requests: `Wait ${retryAfter ?? 'a few'} seconds and try again.`,
    cancelled: 'What you chose is still here.',
  }
  return { title: titles[code] ?? 'That did not work', text: texts[code] ?? message }
}

/** Where a grade is on its way to the gradebook: a word for the table, and a sentence for the student's page. */
export const passbackWords: Record<PassbackStatus['state'], { word: string; tone: Tone; text: string }> = {
  queued: { word: 'On its way', tone: 'note', text: 'The grade is on its way to the gradebook.' },
  sent: {
    word: 'Sent',
    tone: 'note',
    text: 'The gradebook has taken the grade; we cannot read there whether it shows.',
  },
  confirmed: { word: 'In the gradebook', tone: 'good', text: 'The grade stands in the gradebook.' },
  refused: { word: 'Not taken', tone: 'bad', text: 'The gradebook did not take the grade.' },
  'needs attention': { word: 'Needs you', tone: 'care', text: 'The grade is not in the gradebook yet.' },
}

export const points = (value: number): string => new Intl.NumberFormat('en', { maximumFractionDigits: 2 }).format(value)

export const day = (time: string): string =>
  new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(time))

export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`

export const levelWords = { beginner: 'Starting out', intermediate: 'Getting on', advanced: 'Far along' } as const

/** Some messages of the service's checks are said of a field ("must not be empty"), the others are sentences already. */
export const asSentence = (message: string): string => (/^\p{Ll}/u.test(message) ? `This ${message}.` : message)

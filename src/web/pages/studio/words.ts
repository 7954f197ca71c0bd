import type { Problem } from '../../api/problem.js'

/** What each agent does, as somebody in the room would say it: while it does it, and when it is done. */
export const stepWords: Record<string, readonly [doing: string, done: string]> = {
  educational_context: ['Reading up on your topic', 'Found the facts'],
  genre_analyzer: ['Listening to both kinds of music', 'Found where they meet'],
  hook_generator: ['Trying out hooks', 'Found the hook'],
  lyrics_composer: ['Writing the words', 'Wrote the words'],
  theory_integrator: ['Looking for music to explain', 'Explained the music'],
  quality_validator: ['Checking every chord, rhyme and syllable', 'Checked everything'],
  error_handler: ['Mending what went wrong', 'Mended it'],
}
export const stepOrder = Object.keys(stepWords).filter((step) => step !== 'error_handler')

/** A chord or key as it is printed: "Bb7" as "B♭7", "F#m7b5" as "F♯m7♭5". */
export const withSigns = (name: string): string => name.replaceAll('#', '♯').replace(/(?<=[A-G])b|b(?=\d)/g, '♭')

/** Kind words for what went wrong: a title, and what to do about it. */
export function kindly({ code, message, retryAfter }: Problem): { title: string; text: string } {
  const titles: Record<string, string> = {
    offline: 'You are offline',
    away: 'The studio is not answering',
    too_many_requests: 'Phew, that was quick',
    cancelled: 'Stopped',
    unsafe_topic: 'Not this one, please',
    facts_needed: 'Tell us three things about it first',
    artist_style: 'Not in somebody’s own style',
    existing_lyrics: 'Those words belong to a song already',
    unknown_genre: 'We do not know that kind of music',
    genre_count: 'Two kinds of music make a mashup',
    invalid_request: 'Something in the form needs another look',
    not_found: 'There is no such song here',
    timeout: 'That took too long',
    unavailable: 'The studio is busy',
  }
  const texts: Record<string, string> = {
    offline: 'Your computer has no connection. What you wrote is still here; try again when you are back.',
    away: 'It may be starting again. What you wrote is still here; try again in a moment.',
    too_many_requests: `Many songs were asked for from here. Wait ${retryAfter ?? 'a few'} seconds and try again.`,
    cancelled: 'No song was made. What you wrote is still here.',
    not_found: 'The link may have been cut off when it was copied, or the song belongs to somebody else.',
  }
  return { title: titles[code] ?? 'The song could not be made', text: texts[code] ?? message }
}

import type { KindWords } from '../problem-words.js'

const notMade = { title: 'The song could not be made' }

/** What the studio says in its own way of what went wrong, by code. */
export const ownWords: Record<string, Partial<KindWords>> = {
  internal: notMade,
  model_failed: notMade,
  away: { title: 'The studio is not answering' },
  cancelled: { text: 'No song was made. What you wrote is still here.' },
  not_found: {
    title: 'There is no such song here',
    text: 'The link may have been cut off when it was copied, or the song belongs to somebody else.',
  },
}

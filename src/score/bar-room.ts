import type { WrittenBar, WrittenNote } from './notation.js'
import { textWidth } from './sheet/text-width.js'

/** Verovio's size of the words under the staff, in its units (tenths of those of the drawing). */
const wordSize = 40.5
/** The least that a bar takes, and what its line and the white around it take. */
const leastBar = 150
const aroundBar = 26

function roomOfNote({ lyric, pitch }: WrittenNote): number {
  if (!lyric) return pitch ? 34 : 26
  const gap = lyric.syllabic === 'begin' || lyric.syllabic === 'middle' ? 24 : 12
  return Math.max(34, textWidth(lyric.text, wordSize) + gap)
}

/** How wide a bar is at the least, in verovio's units: its notes stand as far apart as their syllables need. */
export const roomOf = ({ notes }: WrittenBar): number =>
  Math.max(
    leastBar,
    notes.reduce((sum, note) => sum + roomOfNote(note), aroundBar),
  )

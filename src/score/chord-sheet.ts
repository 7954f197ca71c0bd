import { meterShape } from '../domain/meter.js'
import type { Section, Song } from '../domain/song.js'
import { beatsOfSection } from './section-starts.js'

/** A line of words with the chords above the syllables they sound on: `at` counts characters of `words`. */
export interface SheetLine {
  chords: { at: number; symbol: string; roman: string }[]
  words: string
}

export interface SheetSection {
  label: string
  lines: SheetLine[]
  /** Chords of a section without words, one entry a bar. */
  bars: string[]
}

interface Anchor {
  beat: number
  line: number
  at: number
}

/** Each sung syllable: when it sounds and where it stands in its line's text. */
function anchorsOf(section: Section): Anchor[] {
  return section.lines.flatMap((line, index) => {
    let at = 0
    return line.notes.flatMap((note): Anchor[] => {
      if (!note.syllable) return []
      const found = line.text.indexOf(note.syllable, at)
      const here = found >= 0 ? found : at
      at = here + note.syllable.length
      return [{ beat: note.start, line: index, at: here }]
    })
  })
}

/** Each chord goes above the syllable it is struck with, or the next one sung while it lasts; else behind the line before. */
function withWords(section: Section): SheetLine[] {
  const lines: SheetLine[] = section.lines.map(({ text }) => ({ chords: [], words: text }))
  const anchors = anchorsOf(section)
  let end = 0
  for (const { beats, symbol, roman } of section.chords) {
    const start = end
    end += beats
    const struck = anchors.find(({ beat }) => beat >= start - 0.26 && beat < end)
    const anchor = struck ?? anchors.findLast(({ beat }) => beat < start) ?? anchors[0]
    const line = lines[anchor?.line ?? 0]
    line?.chords.push({ at: struck ? struck.at : line.words.length + 1, symbol, roman })
  }
  return lines
}

function barsOf(section: Section, bar: number): string[] {
  const bars: string[][] = Array.from({ length: Math.ceil(beatsOfSection(section) / bar - 1e-6) }, () => [])
  let beat = 0
  for (const chord of section.chords) {
    bars[Math.floor(beat / bar + 1e-6)]?.push(chord.symbol)
    beat += chord.beats
  }
  let before = ''
  return bars.map((symbols) => {
    before = symbols.join(' ') || before
    return before
  })
}

/** The song as a chord sheet: what a guitarist reads, and what the terminal, the PDF and the studio print. */
export function chordSheet(song: Song): SheetSection[] {
  const { bar } = meterShape(song.meter)
  return song.sections.map((section) => ({
    label: section.label,
    lines: withWords(section),
    bars: section.lines.length === 0 ? barsOf(section, bar) : [],
  }))
}

/** One sheet line as two lines of plain text, chords above words; the words are parted where chords would touch. */
export function sheetLineText({ chords, words }: SheetLine): string[] {
  let above = ''
  let below = ''
  let read = 0
  for (const { at, symbol } of chords) {
    below += words.slice(read, at)
    read = Math.max(read, Math.min(at, words.length))
    const column = Math.max(below.length, above.length === 0 ? 0 : above.length + 1)
    above = above.padEnd(column) + symbol
    below = below.padEnd(column, at > words.length || words[at - 1] === ' ' || at === 0 ? ' ' : '-')
  }
  below += words.slice(read)
  return above.trim() === '' ? [below] : [above, below.trimEnd()]
}

import type { Place } from '../../../domain/finding.js'
import type { Chord, Section, Song } from '../../../domain/song.js'

export interface BarChord extends Chord {
  /** From the bar's start, in beats. */
  at: number
}

export interface SectionBars {
  section: Section
  /** The first, counted from 1 through the whole song. */
  first: number
  count: number
  /** The chords of each bar; one that goes on over a bar line stands in the first alone. */
  chords: BarChord[][]
}

export interface Bars {
  /** Quarter notes in a bar. */
  beats: number
  count: number
  sections: SectionBars[]
}

/** A song cut into bars, as it is counted aloud. */
export function barsOf({ meter, sections }: Pick<Song, 'meter' | 'sections'>): Bars {
  const [upper = 4, lower = 4] = meter.split('/').map(Number)
  const beats = (upper * 4) / lower
  let first = 1
  const cut = sections.map((section): SectionBars => {
    const length = section.chords.reduce((sum, chord) => sum + chord.beats, 0)
    const count = Math.max(1, Math.ceil(length / beats - 1e-6))
    const chords: BarChord[][] = Array.from({ length: count }, () => [])
    let at = 0
    for (const chord of section.chords) {
      const bar = Math.floor(at / beats + 1e-6)
      chords[bar]?.push({ ...chord, at: at - bar * beats })
      at += chord.beats
    }
    const here = { section, first, count, chords }
    first += count
    return here
  })
  return { beats, count: first - 1, sections: cut }
}

/** The bar that a place speaks of, or where its line or section begins; `null` for the song as a whole. */
export function barOf(place: Place, { sections, beats }: Bars): number | null {
  if (place.bar !== undefined) return place.bar
  const within = place.section === undefined ? undefined : sections[place.section]
  if (!within) return null
  const line = place.line === undefined ? undefined : within.section.lines[place.line]
  const start = line?.notes[0]?.start ?? 0
  return within.first + Math.floor(start / beats + 1e-6)
}

export const sectionAt = (bar: number, { sections }: Bars): SectionBars | undefined =>
  sections.findLast(({ first }) => first <= bar)

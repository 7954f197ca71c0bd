import { Chord, Note as Pitch } from 'tonal'
import { meterShape } from '../../src/domain/meter.js'
import type { Line, Note, Section, Song } from '../../src/domain/song.js'
import { stressesOf } from './sounds.js'

/** A sung note as the proof hears it: chords by tonal, stress by the CMU dictionary, not by the checks' own reading. */
export interface Heard extends Note {
  onBeat: boolean
  strong: boolean
  inChord: boolean
  stressed: boolean
}

const chromas = new Map<string, ReadonlySet<number>>()

/** Pitch classes of a chord symbol; empty for one that tonal cannot read. */
export function classesOf(symbol: string): ReadonlySet<number> {
  let known = chromas.get(symbol)
  if (!known) {
    known = new Set(
      Chord.get(symbol)
        .notes.map((note) => Pitch.chroma(note))
        .filter((tone) => tone !== undefined),
    )
    chromas.set(symbol, known)
  }
  return known
}

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** The stress of each note's syllable, word by word; -1 where words and notes cannot be matched (numbers read out, say). */
function stressesIn({ text, notes }: Line): number[] {
  const stresses: number[] = notes.map(() => -1)
  let at = 0
  for (const word of text.split(/[\s–—-]+/).filter((part) => letters(part) !== '')) {
    const from = at
    let sung = ''
    while (at < notes.length && sung.length < letters(word).length) sung += letters(notes[at++]!.syllable)
    if (sung !== letters(word)) return stresses
    const own = stressesOf(word, at - from)
    if (own) for (const [n, stress] of own.entries()) stresses[from + n] = stress
  }
  return stresses
}

function hearLine(song: Song, section: Section, line: Line): Heard[] {
  const { bar, pulses, strong } = meterShape(song.meter)
  const stresses = stressesIn(line)
  return line.notes.map((note, at) => {
    const within = note.start % bar
    let ends = 0
    const chord =
      section.chords.find(({ beats }) => {
        ends += beats
        return note.start < ends - 1e-6
      }) ?? section.chords.at(-1)!
    return {
      ...note,
      onBeat: pulses.includes(within),
      strong: strong.includes(within),
      inChord: classesOf(chord.symbol).has(note.midi % 12),
      stressed: stresses[at] === 1,
    }
  })
}

/** The song's sung lines, each as its notes. */
export const hearSong = (song: Song): Heard[][] =>
  song.sections.flatMap((section) => section.lines.map((line) => hearLine(song, section, line)))

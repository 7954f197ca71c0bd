import { meterShape } from '../domain/meter.js'
import type { Mode, Song } from '../domain/song.js'
import { Accidentals } from './accidentals.js'
import { genreNamed } from './genre-names.js'
import { notate, type WrittenBar, type WrittenNote } from './notation.js'
import { beamsOfBar } from './note-values.js'
import { signatureOf } from './spelling.js'
import type { SungSyllable } from './sung-syllables.js'
import { systemBreaks } from './system-breaks.js'

/** ABC standard 2.1, 3.1.14. */
const modes: Record<Mode, string> = {
  major: '',
  minor: 'm',
  dorian: 'dor',
  phrygian: 'phr',
  lydian: 'lyd',
  mixolydian: 'mix',
}
const accidentals: Record<string, string> = {
  'flat-flat': '__',
  flat: '_',
  natural: '=',
  sharp: '^',
  'double-sharp': '^^',
}

/** One line of a field: a percent sign would begin a comment (2.2.1). */
const fieldText = (text: string): string =>
  text
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .replace(/[\\%]/g, '\\$&')

/** In eighths, the unit that L: names: "", "2", "3/2", "/2". */
function length(beats: number): string {
  let [above, below] = [Math.round(beats * 16), 8]
  while (above % 2 === 0 && below > 1) [above, below] = [above / 2, below / 2]
  if (below === 1) return above === 1 ? '' : String(above)
  return `${above === 1 ? '' : above}/${below}`
}

/** C is middle C's octave, c the one above; commas and apostrophes go on from there (4.1). */
function pitch({ step, octave }: { step: string; octave: number }): string {
  return octave >= 5 ? step.toLowerCase() + "'".repeat(octave - 5) : step + ','.repeat(4 - octave)
}

function noteAbc(note: WrittenNote, held: Accidentals): string {
  if (!note.pitch) return `z${length(note.beats)}`
  const printed = note.tieStop ? null : held.needed(note.pitch)
  return `${printed ? accidentals[printed] : ''}${pitch(note.pitch)}${length(note.beats)}${note.tieStart ? '-' : ''}`
}

function barAbc(bar: WrittenBar, song: Song): string {
  const held = new Accidentals(signatureOf(song.key))
  const beams = beamsOfBar(bar.notes, song.meter)
  const chords = [...bar.chords]
  let text = ''
  for (const [at, note] of bar.notes.entries()) {
    // A chord that changes while a note is held is named at the next one: ABC ties names to notes.
    const due = chords.splice(0, chords.filter((chord) => chord.at < note.at + 1e-6).length)
    const beamed = beams[at]?.[0] === 'continue' || beams[at]?.[0] === 'end'
    text += `${beamed ? '' : ' '}${due.length > 0 ? `"${due.at(-1)!.chord.symbol}"` : ''}${noteAbc(note, held)}`
  }
  return text.trim()
}

const wordText = (text: string): string => text.replace(/[-_*~|\\%]/g, '\\$&').replaceAll(' ', '~')

/** What stands under one note: rests take no syllable, a held or tied note takes "_" (5.1). */
function underNote({ pitch: sounding, lyric }: WrittenNote): string[] {
  if (!sounding) return []
  return [lyric ? wordText(lyric.text) + joint(lyric) : '_']
}
const joint = ({ syllabic }: SungSyllable): string => (syllabic === 'begin' || syllabic === 'middle' ? '-' : '')

function lineAbc(bars: WrittenBar[], song: Song, last: boolean): string[] {
  const mark = bars[0]?.mark
  const words = bars.flatMap((bar) => bar.notes.flatMap(underNote))
  return [
    ...(mark ? [`P:${fieldText(mark)}`] : []),
    `${bars.map((bar) => barAbc(bar, song)).join(' | ')} ${last ? '|]' : '|'}`,
    ...(words.some((word) => word !== '_') ? [`w:${words.join(' ')}`] : []),
  ]
}

/** The lead sheet in ABC 2.1: tune, chords, words, sections as parts. */
export function toAbc(song: Song): string {
  const bars = notate(song)
  const breaks = systemBreaks(bars, song)
  const lines: WrittenBar[][] = []
  for (const bar of bars) {
    if (lines.length === 0 || breaks.has(bar.number)) lines.push([])
    lines.at(-1)!.push(bar)
  }
  const compound = meterShape(song.meter).pulses[1] === 1.5
  return [
    '%abc-2.1',
    'X:1',
    `T:${fieldText(song.title)}`,
    `R:${fieldText(song.genres.map(genreNamed).join(' x '))}`,
    `M:${song.meter}`,
    'L:1/8',
    `Q:${compound ? `3/8=${Math.round(song.tempo / 1.5)}` : `1/4=${song.tempo}`}`,
    `K:${song.key.tonic}${modes[song.key.mode]}`,
    ...lines.flatMap((line, at) => lineAbc(line, song, at === lines.length - 1)),
    '',
  ].join('\n')
}

import type { SkillLevel } from '../../domain/mashup-request.js'
import type { PlannedSection } from '../../domain/plan.js'
import type { Chord, Key } from '../../domain/song.js'
import type { TheoryNotes } from '../../domain/tasks.js'
import { modeName } from '../blend/melody-scale.js'
import { explainChord } from '../theory/explain-chord.js'
import { isMinorish, scaleOf } from '../theory/keys.js'
import { pitchClass } from '../theory/pitch.js'
import { parseRoman, rootOf } from '../theory/roman.js'

type Note = TheoryNotes['notes'][number]
export interface Planned {
  key: Key
  level: SkillLevel
  sections: readonly PlannedSection[]
}

/** Bar (from 1) of each chord of a section, one chord or more a bar. */
function barsOf(chords: readonly Chord[], bar: number): number[] {
  let beats = 0
  return chords.map((chord) => {
    const at = Math.floor(beats / bar + 1e-6) + 1
    beats += chord.beats
    return at
  })
}

const colour = {
  major: 'Its third note lies four half steps above home, and that is why it sounds bright.',
  lydian: 'Its third is bright as in major, and its raised fourth note gives a floating, wondering sound.',
  mixolydian: 'Its third is bright as in major, but its seventh note is lowered, so it sounds open and earthy.',
  minor: 'Its third note lies only three half steps above home, and that is why it sounds more serious or sad.',
  dorian: 'Its third is low as in minor, but its sixth is high, so the sadness has some light in it.',
  phrygian:
    'Its third is low as in minor, and its second note leans down on home from a half step above, so it sounds dark and tense.',
} as const

export function homeNote({ key, level, sections }: Planned): Note {
  const section = Math.max(
    0,
    sections.findIndex(({ kind }) => kind === 'verse'),
  )
  const scale = scaleOf(key).join(' ')
  const text =
    level === 'beginner'
      ? `The home note of this song is ${key.tonic}, and its notes are ${scale}. ${colour[key.mode]}`
      : `The song stands in the ${modeName(key)} on ${key.tonic} (${scale}). ${colour[key.mode]}`
  return { concept: isMinorish(key.mode) ? 'Why it sounds dark' : 'Why it sounds bright', text, section, bar: 1 }
}

/** The bar that comes home at the end of the chorus, and the chord that leads there. */
export function cadenceNote({ key, level, sections }: Planned, bar: number): Note | null {
  const section = sections.findIndex(({ kind }) => kind === 'chorus')
  const chords = sections[section]?.chords ?? []
  const [before, home] = chords.slice(-2)
  if (!before || !home) return null
  const roman = parseRoman(before.roman)
  const dominant = roman?.degree === 4 && roman.quality.lower === undefined && roman.of === null
  const kind = dominant ? 'an authentic cadence' : 'a modal cadence'
  const text =
    level === 'beginner'
      ? `Listen to the last two bars of the chorus: ${before.symbol} feels like waiting, ${home.symbol} feels like coming home.`
      : `The chorus closes with ${before.roman} – ${home.roman} (${before.symbol} – ${home.symbol}), ${kind}: ${dominant ? `the chord on the fifth degree holds the leading note, a half step below ${key.tonic}, which pulls up to home` : 'the ear is led home without the leading note of a dominant'}.`
  const bars = barsOf(chords, bar)
  return { concept: 'Cadence', text: text, section, bar: bars.at(-2) ?? 1 }
}

/** ii–V–I, where the song has it. */
export function twoFiveOne({ key, level, sections }: Planned, bar: number): Note | null {
  for (const [section, { chords }] of sections.entries())
    for (let at = 0; at + 2 < chords.length; at++) {
      const romans = chords.slice(at, at + 3).map((chord) => parseRoman(chord.roman))
      const degrees = romans.map((roman) => (roman && roman.of === null && roman.accidental === '' ? roman.degree : -1))
      if (
        degrees.join() !== '1,4,0' ||
        romans[1]!.quality.lower !== undefined ||
        pitchClass(rootOf(romans[2]!, key)) !== pitchClass(key.tonic)
      )
        continue
      const [two, five, one] = chords.slice(at, at + 3).map((chord) => chord.symbol)
      const text =
        level === 'beginner'
          ? `Here the chords ${two}, ${five} and ${one} follow each other. Each one hands over to the next, like three stairs that lead home.`
          : `${two} – ${five} – ${one} is a ii–V–I: each root falls a fifth (or rises a fourth) to the next, the strongest way of moving that chords have.`
      return { concept: 'ii–V–I', text, section, bar: barsOf(chords, bar)[at]! }
    }
  return null
}

/** The first chord that is not the key's own, with the reason for it. */
export function visitingChord({ key, level, sections }: Planned, bar: number): Note | null {
  for (const [section, { chords }] of sections.entries())
    for (const [at, { roman, symbol }] of chords.entries()) {
      const reason = explainChord(roman, key)
      if (!reason || reason.kind === 'diatonic') continue
      const place = { section, bar: barsOf(chords, bar)[at]! }
      const plain = level === 'beginner'
      if (reason.kind === 'leading-tone')
        return {
          concept: plain ? 'A raised note' : 'Leading note',
          text: plain
            ? `In ${symbol} one note is raised by a half step, so that it pushes up to ${key.tonic}.`
            : `${roman} (${symbol}) raises the seventh note of the key: this leading note, a half step below ${key.tonic}, is what makes a dominant pull.`,
          ...place,
        }
      if (reason.kind === 'borrowed')
        return {
          concept: plain ? 'A chord on a visit' : 'Borrowed chord',
          text: plain
            ? `${symbol} is not built of this key's own notes. It comes from ${key.tonic} ${reason.from} and changes the light for a moment.`
            : `${roman} (${symbol}) is borrowed from ${key.tonic} ${reason.from}: same home note, other colour.`,
          ...place,
        }
      if (reason.kind === 'secondary')
        return {
          concept: plain ? 'A chord that points' : 'Secondary dominant',
          text: plain
            ? `${symbol} has a note from outside the key. It points at another chord, as a signpost does.`
            : `${roman} (${symbol}) works as a dominant of ${reason.of}: it has a note from outside the key that would lead there, whether or not the song follows.`,
          ...place,
        }
      return {
        concept: 'Neapolitan chord',
        text: `${roman} (${symbol}) is the Neapolitan, a major chord a half step above home; it darkens the way to the dominant.`,
        ...place,
      }
    }
  return null
}

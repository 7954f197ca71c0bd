import type { Key } from '../../domain/song.js'
import { modeName } from '../blend/melody-scale.js'
import { explainChord } from '../theory/explain-chord.js'
import { isMinorish, scaleOf } from '../theory/keys.js'
import { modulo, pitchClass } from '../theory/pitch.js'
import { parseRoman, rootOf } from '../theory/roman.js'
import { barsOf, type Note, type Planned } from './planned.js'

/** What the scale sounds like and which of its notes make it so. */
function colourOf(key: Key): string {
  const [home, second, third, fourth, , sixth, seventh] = scaleOf(key)
  return {
    major: `From ${home} up to ${third} are four half steps, and that is why it sounds bright.`,
    lydian: `${third} makes it bright as major is, and the raised ${fourth} gives it a floating, wondering sound.`,
    mixolydian: `${third} makes it bright as major is, but its seventh note is the lowered ${seventh}, so it sounds open and earthy.`,
    minor: `From ${home} up to ${third} are only three half steps, and that is why it sounds more serious or sad.`,
    dorian: `${third} makes it dark as minor is, but its sixth note, ${sixth}, is high, so there is some light in it.`,
    phrygian: `${third} makes it dark as minor is, and ${second} leans down on home from a half step above, so it sounds tense.`,
  }[key.mode]
}

export function homeNote({ key, level, sections }: Planned): Note {
  const section = Math.max(
    0,
    sections.findIndex(({ kind }) => kind === 'verse'),
  )
  const scale = scaleOf(key).join(' ')
  const text =
    level === 'beginner'
      ? `The home note of this song is ${key.tonic}, and its notes are ${scale}. ${colourOf(key)}`
      : `The song stands in the ${modeName(key)} on ${key.tonic} (${scale}). ${colourOf(key)}`
  return { concept: isMinorish(key.mode) ? 'Why it sounds dark' : 'Why it sounds bright', text, section, bar: 1 }
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
          : `${two} – ${five} – ${one} is a ${isMinorish(key.mode) ? 'ii°–V–i' : 'ii–V–I'}: each root falls a fifth (or rises a fourth) to the next, the strongest way of moving that chords have.`
      const name = isMinorish(key.mode) ? 'ii°–V–i' : 'ii–V–I'
      return {
        concept: level === 'beginner' ? 'Three chords home' : name,
        text,
        section,
        bar: barsOf(chords, bar)[at]!,
      }
    }
  return null
}

/** Whether a dominant is answered: the next root lies a fourth above its own. */
const leadsTo = (from: string, to: string, key: Key): boolean =>
  modulo(pitchClass(rootOf(parseRoman(to)!, key)) - pitchClass(rootOf(parseRoman(from)!, key)), 12) === 5

/** The first chord that is not the key's own, with the reason for it. */
export function visitingChord({ key, level, sections }: Planned, bar: number): Note | null {
  for (const [section, { chords }] of sections.entries())
    for (const [at, { roman, symbol }] of chords.entries()) {
      const reason = explainChord(roman, key)
      if (!reason || reason.kind === 'diatonic') continue
      const place = { section, bar: barsOf(chords, bar)[at]! }
      const plain = level === 'beginner'
      const next = chords[at + 1]
      const follows = next !== undefined && leadsTo(roman, next.roman, key)
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
            ? `${symbol} has a note from outside the key. It points at another chord, as a signpost does${follows ? `, and ${next!.symbol} is that chord` : ', but the song takes another road'}.`
            : `${roman} (${symbol}) works as a dominant of ${reason.of}: its note from outside the key leads there, ${follows ? `and ${next!.symbol} follows` : 'but the song takes another road'}.`,
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

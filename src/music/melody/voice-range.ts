import type { SkillLevel } from '../../domain/mashup-request.js'
import type { Key, SectionKind } from '../../domain/song.js'
import type { Random } from '../random.js'
import { pitchClass } from '../theory/pitch.js'

/** MIDI pitches that a class sings without strain: A3 to E5. */
export const tessitura = { low: 57, high: 76 } as const

/** Semitones between a song's lowest and highest note: an octave for beginners, a tenth for the others. */
export const widthFor = (level: SkillLevel): number => (level === 'beginner' ? 12 : 15)

export interface VoiceRange {
  low: number
  high: number
}

/** A range within the tessitura that has the tonic at or a little above its middle's lower side, where a tune can end. */
export function voiceRange(key: Key, level: SkillLevel, random: Random): VoiceRange {
  const width = widthFor(level)
  const tonic = pitchClass(key.tonic)
  const places = Array.from({ length: tessitura.high - width - tessitura.low + 1 }, (_, at) => tessitura.low + at)
  const score = (low: number) => {
    const above = (tonic - (low % 12) + 12) % 12
    return Math.min(Math.abs(above - width * 0.4), Math.abs(above - width * 0.5)) + random.next() * 2
  }
  const scored = places.map((low) => ({ low, score: score(low) })).sort((a, b) => a.score - b.score)
  return { low: scored[0]!.low, high: scored[0]!.low + width }
}

/** Where in the range a section lives, as shares of its width: the chorus about a third above the verse. */
const homes: Record<SectionKind, { centre: number; floor: number; ceiling: number }> = {
  intro: { centre: 0.33, floor: 0, ceiling: 1 },
  verse: { centre: 0.3, floor: 0, ceiling: 0.75 },
  'pre-chorus': { centre: 0.45, floor: 0.1, ceiling: 0.85 },
  chorus: { centre: 0.63, floor: 0.25, ceiling: 1 },
  bridge: { centre: 0.5, floor: 0.08, ceiling: 0.92 },
  outro: { centre: 0.33, floor: 0, ceiling: 1 },
}

export interface SectionRange extends VoiceRange {
  centre: number
}

export function sectionRange(kind: SectionKind, { low, high }: VoiceRange): SectionRange {
  const { centre, floor, ceiling } = homes[kind]
  const width = high - low
  return { centre: low + centre * width, low: Math.round(low + floor * width), high: Math.round(low + ceiling * width) }
}

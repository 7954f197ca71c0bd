import { scaleClasses } from '../theory/keys.js'
import type { Check, CheckResult } from './check.js'
import { hear, share } from './hear.js'

const entropyOf = (counts: readonly number[]): number => {
  const total = counts.reduce((sum, count) => sum + count, 0)
  return counts.reduce((sum, count) => (count === 0 ? sum : sum - (count / total) * Math.log2(count / total)), 0)
}

/**
 * Figures for the record. They cannot tell a tune from random notes of the scale (see MUSIC figures in docs/quality.md), so they
 * gate nothing: scale consistency, pitch-class entropy in bits, and how alike neighbouring bars are in rhythm.
 */
export const musicalFigures: Check = (song): CheckResult => {
  const notes = hear(song).flatMap((line) => line.notes)
  if (notes.length === 0) return { findings: [], measures: {} }
  const scale = scaleClasses(song.key)
  const classes = Array.from({ length: 12 }, (_, tone) => notes.filter(({ midi }) => midi % 12 === tone).length)
  const bars = new Map<number, Set<number>>()
  const first = new Map<number, number>()
  for (const { place, start } of notes) {
    const origin = first.get(place.bar) ?? Math.floor(start)
    first.set(place.bar, origin)
    bars.set(place.bar, (bars.get(place.bar) ?? new Set()).add(Math.round((start - origin) * 4)))
  }
  const pairs = [...bars]
    .filter(([bar]) => bars.has(bar + 1))
    .map(([bar, onsets]) => [onsets, bars.get(bar + 1)!] as const)
  const alike = pairs.map(([a, b]) => [...a].filter((onset) => b.has(onset)).length / new Set([...a, ...b]).size)
  return {
    findings: [],
    measures: {
      scaleConsistency: share(notes.filter(({ midi }) => scale.has(midi % 12)).length, notes.length),
      pitchClassEntropy: Math.round(entropyOf(classes) * 1000) / 1000,
      grooveConsistency: share(
        alike.reduce((sum, each) => sum + each, 0),
        alike.length,
      ),
    },
  }
}

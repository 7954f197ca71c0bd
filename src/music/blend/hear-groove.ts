import { type Meter, meterShape } from '../../domain/meter.js'
import type { DrumGrid } from '../../domain/song.js'

/** Steps (from 0) on which any of the drums strikes. */
export function strokesOf(grid: DrumGrid, drums: readonly (keyof DrumGrid)[]): number[] {
  const strokes = new Set<number>()
  for (const drum of drums)
    for (const [step, stroke] of Array.from(grid[drum] ?? '').entries()) if (stroke !== '-') strokes.add(step)
  return [...strokes].sort((a, b) => a - b)
}

const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
export const numberWord = (count: number): string => words[count] ?? String(count)

/** "once", "twice", "three times". */
export const timesText = (count: number): string =>
  count === 1 ? 'once' : count === 2 ? 'twice' : `${numberWord(count)} times`

export const listWords = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`

const names: Partial<Record<keyof DrumGrid, string>> = {
  hat: 'hi-hat',
  openHat: 'open hi-hat',
  ride: 'ride cymbal',
  shaker: 'shaker',
  cowbell: 'bell',
  rim: 'rim and stick',
  conga: 'hand drum',
  tom: 'low drum',
  triangle: 'triangle',
  clap: 'hand clap',
}

/** What can be heard in a bar of drums, in plain words; every phrase is read off the grid, so it is true of what is played. */
export function hearGroove(grid: DrumGrid, meter: Meter): string[] {
  const { pulses, step } = meterShape(meter)
  const pulseSteps = pulses.map((pulse) => Math.round(pulse / step))
  const heard: string[] = []
  const kick = strokesOf(grid, ['kick'])
  const backbeat = strokesOf(grid, ['snare', 'clap'])
  if (kick.length > 0) {
    if (pulseSteps.every((at) => kick.includes(at))) heard.push('the bass drum strikes every beat')
    else if (!kick.includes(0)) heard.push('the bass drum leaves the first beat empty')
    else
      heard.push(
        kick.length === 1
          ? 'the bass drum strikes once a bar, on beat one'
          : `the bass drum strikes ${timesText(kick.length)} a bar, first on beat one`,
      )
  }
  const accented = pulseSteps.flatMap((at, pulse) => (backbeat.includes(at) ? [numberWord(pulse + 1)] : []))
  if (accented.length > 0 && accented.length === backbeat.length)
    heard.push(`snare or claps answer on ${accented.length > 1 ? 'beats' : 'beat'} ${listWords(accented)}`)
  else if (backbeat.length > 0)
    heard.push(
      accented.length === 0
        ? `snare or claps fall ${backbeat.length === 1 ? 'once a bar, off the beat' : `${timesText(backbeat.length)} a bar, always between the beats`}`
        : `snare or claps fall ${timesText(backbeat.length)} a bar, ${numberWord(backbeat.length - accented.length)} of them between the beats`,
    )
  const busiest = (['hat', 'openHat', 'ride', 'shaker', 'cowbell', 'rim', 'conga', 'tom', 'triangle'] as const)
    .map((drum) => ({ drum, count: strokesOf(grid, [drum]).length }))
    .sort((a, b) => b.count - a.count)[0]!
  if (busiest.count > 0) heard.push(`the ${names[busiest.drum]} sounds ${timesText(busiest.count)} a bar`)
  return heard
}

import { describe, expect, test } from '@jest/globals'
import { meterShape, stepsPerBar } from '../../src/domain/meter.js'
import { songPlanSchema } from '../../src/domain/plan.js'
import { blendLayers, type DrumGrid } from '../../src/domain/song.js'
import { genreAnalysisSchema } from '../../src/domain/tasks.js'
import { genreById, genres } from '../../src/knowledge/genres.js'
import { numberWord } from '../../src/music/blend/hear-groove.js'
import { instrumentName } from '../../src/music/instruments.js'
import { planSong } from '../../src/music/plan-song.js'
import { fitSteps } from '../../src/music/rhythm/fit-steps.js'
import { planOf } from './support/make-song.js'

const pairs = genres.flatMap((a, at) => genres.slice(at + 1).map((b) => [a.id, b.id] as const))
const levels = ['beginner', 'intermediate', 'advanced'] as const
const numbers = Array.from({ length: 13 }, (_, count) => numberWord(count))
const numberOf = (word: string) => (numbers.includes(word) ? numbers.indexOf(word) : Number(word))
const timesOf = (words: string) => ({ once: 1, twice: 2 })[words] ?? numberOf(words.replace(' times', ''))
const hits = (steps = '') => Array.from(steps).filter((step) => step !== '-').length

describe('every pair of genres becomes one song on purpose', () => {
  test('each genre gives a layer, and what is said of the layers is true of what is written', () => {
    for (const [at, pair] of pairs.entries()) {
      const { analysis, plan } = planOf({ genres: [...pair], level: levels[at % 3]!, seed: at })
      const here = pair.join(' x ')
      expect(new Set(plan.blend.layers.map(({ genre }) => genre))).toEqual(new Set(pair))
      expect(plan.blend.layers.map(({ layer }) => layer)).toEqual([...blendLayers])
      const reasonOf = (layer: string) => plan.blend.layers.find((given) => given.layer === layer)!.reason
      const { drums, bass, chords, melody } = plan.arrangement
      const grid = drums.groove

      const kick = /bass drum strikes (once|twice|\w+ times) a bar/.exec(reasonOf('groove'))
      if (kick) expect(`${here} ${timesOf(kick[1]!)}`).toBe(`${here} ${hits(grid.kick)}`)
      const { pulses, step } = meterShape(plan.meter)
      if (reasonOf('groove').includes('strikes every beat'))
        for (const pulse of pulses) expect(grid.kick![Math.round(pulse / step)]).not.toBe('-')
      const cymbal = /the (hi-hat|ride cymbal|shaker) sounds (once|twice|\w+ times) a bar/.exec(reasonOf('groove'))
      const cymbals: Record<string, keyof DrumGrid> = { 'hi-hat': 'hat', 'ride cymbal': 'ride', shaker: 'shaker' }
      if (cymbal) expect(`${here} ${timesOf(cymbal[2]!)}`).toBe(`${here} ${hits(grid[cymbals[cymbal[1]!]!])}`)

      const chorus = plan.sections.find(({ kind }) => kind === 'chorus')!
      const told = chorus.chords
        .slice(0, 4)
        .map((chord) => (levels[at % 3] === 'beginner' ? chord.symbol : chord.roman))
      expect(reasonOf('harmony')).toContain(told.join(' – '))
      const bassTold = /over a bass of (\w+) notes? a bar/.exec(reasonOf('harmony'))!
      expect(numberOf(bassTold[1]!)).toBe(hits(bass.rhythm))
      expect(reasonOf('timbre')).toContain(instrumentName(melody.program))
      expect(reasonOf('form')).toContain(
        plan.sections
          .map(({ kind }) => kind)
          .filter((kind) => kind !== 'intro' && kind !== 'outro')
          .join(', '),
      )

      const steps = stepsPerBar(plan.meter)
      const rows = [...Object.values(grid), ...Object.values(drums.fill), bass.rhythm, chords.rhythm]
      expect(rows.every((row) => row.length === steps)).toBe(true)
      const beats = plan.sections.flatMap((section) => section.chords).reduce((sum, chord) => sum + chord.beats, 0)
      const seconds = (beats * 60) / plan.tempo
      expect(`${here} ${seconds >= 60 && seconds <= 180}`).toBe(`${here} true`)
      const strangers = pair.filter((id) => !genreById(id)!.meters.includes(plan.meter))
      expect(plan.blend.compromises.some(({ what }) => what === 'meter')).toBe(strangers.length > 0)
      if (at % 40 === 0) {
        genreAnalysisSchema.parse(analysis)
        songPlanSchema.parse(plan)
      }
    }
  }, 60_000)

  test('three and four genres share the layers too', () => {
    for (let at = 0; at + 3 < genres.length; at += 5)
      for (const count of [3, 4]) {
        const ids = genres.slice(at, at + count).map(({ id }) => id)
        const { plan } = planOf({ genres: ids, seed: at })
        expect(new Set(plan.blend.layers.map(({ genre }) => genre))).toEqual(new Set(ids))
      }
  })

  test('seeds share the layers out in different ways', () => {
    const ways = new Set(
      Array.from({ length: 12 }, (_, seed) =>
        planOf({ genres: ['trap', 'baroque'], seed })
          .plan.blend.layers.map(({ genre }) => genre)
          .join(),
      ),
    )
    expect(ways.size).toBeGreaterThan(2)
  })
})

test('whatever a model names, the plan is one that can be played', () => {
  const { analysis } = planOf({ genres: ['waltz', 'techno'], seed: 3 })
  const odd = {
    ...analysis,
    tonic: 'G#',
    mode: 'major' as const,
    layers: analysis.layers.map((layer) => ({ ...layer, genre: 'zydeco' })),
    progressions: { verse: ['Hm', 'N.C.'], chorus: ['#V', 'I'], bridge: ['V7/V', 'bV'] },
  }
  const plan = planSong(odd, { genres: ['waltz', 'techno'], skillLevel: 'intermediate', seed: 3 })
  songPlanSchema.parse(plan)
  expect(plan.key.tonic).toBe('Ab')
  expect(new Set(plan.blend.layers.map(({ genre }) => genre))).toEqual(new Set(['waltz', 'techno']))
  expect(plan.sections.every(({ chords }) => chords.every(({ roman }) => !/#V|bV$|Hm/.test(roman)))).toBe(true)
})

test.each([
  ['x---x---x---x---', '4/4', '3/4', 'x---x---x---'],
  ['x-----------', '3/4', '4/4', 'x---------------'],
  ['----^---^---', '3/4', '4/4', '----^---^---^---'],
  ['x-x-x-x-x-x-x-x-', '4/4', '12/8', 'x-xx-xx-xx-x'],
  ['x-----x-----', '12/8', '4/4', 'x-------x-------'],
  ['x---x---', '2/4', '4/4', 'x---x---x---x---'],
] as const)('%s of %s, in %s, is %s', (steps, from, to, expected) => expect(fitSteps(steps, from, to)).toBe(expected))

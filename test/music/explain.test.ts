import { describe, expect, test } from '@jest/globals'
import type { Finding } from '../../src/domain/finding.js'
import { meterShape } from '../../src/domain/meter.js'
import { theorySchema } from '../../src/domain/tasks.js'
import { genres } from '../../src/knowledge/genres.js'
import { analyzeGenres } from '../../src/music/composer/analyze-genres.js'
import { explainTheory } from '../../src/music/composer/explain-theory.js'
import { makeSong, planOf } from './support/make-song.js'

const songs = genres.map((genre, at) =>
  makeSong({
    genres: [genre.id, genres[(at + 23) % genres.length]!.id],
    level: (['beginner', 'intermediate', 'advanced'] as const)[at % 3]!,
    seed: at,
  }),
)

/** The chord that sounds in a bar of the whole song. */
function chordOfBar(song: (typeof songs)[number], bar: number) {
  const chords = song.sections.flatMap((section) => section.chords)
  let beats = 0
  for (const chord of chords) {
    beats += chord.beats
    if ((bar - 1) * meterShape(song.meter).bar < beats - 1e-6) return chord
  }
  return undefined
}

describe('theory notes point at bars of this very song', () => {
  test('every bar exists, and a chord that a note names is there or in the bars beside it', () => {
    for (const song of songs) {
      const bars =
        song.sections.flatMap(({ chords }) => chords).reduce((sum, { beats }) => sum + beats, 0) /
        meterShape(song.meter).bar
      expect(song.theory.length).toBeGreaterThanOrEqual(5)
      for (const { concept, text, place } of song.theory) {
        expect(place.bar).toBeGreaterThanOrEqual(1)
        expect(place.bar).toBeLessThanOrEqual(bars)
        if (
          /Borrowed|visit|Secondary|points|Leading|raised note|Cadence|Coming home|Three chords|–V–|Neapolitan/.test(
            concept,
          )
        )
          expect(text).toContain(chordOfBar(song, place.bar!)!.symbol)
      }
    }
  })

  test('a cadence goes from one chord to another, and is called by its name', () => {
    for (const song of songs) {
      const note = song.theory.find(({ concept }) => concept === 'Cadence')
      const [, from, to] = /\((\S+) – (\S+)\)/.exec(note?.text ?? '') ?? []
      if (note) expect(from).not.toBe(to)
      if (/ – [Ii] .*an authentic/.test(note?.text ?? ''))
        expect(note!.text).toMatch(/closes with (V|Vsus4|V7\S*|V9|Vmaj\S*) –/)
      if (note?.text.includes('plagal')) expect(note.text).toMatch(/closes with (IV|iv)/)
    }
  })

  test('climax, range and lift are those of the notes', () => {
    for (const song of songs) {
      const notes = song.sections.flatMap(({ lines }) => lines.flatMap((line) => line.notes))
      const top = Math.max(...notes.map(({ midi }) => midi))
      const climax = song.theory.find(({ concept }) => ['Range and climax', 'The highest note'].includes(concept))!
      const line = song.sections[climax.place.section!]!.lines[climax.place.line!]!
      const bare = (syllable: string) => syllable.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
      expect(line.notes.some(({ midi, syllable }) => midi === top && climax.text.includes(`"${bare(syllable)}"`))).toBe(
        true,
      )
      const lift = /on average (\d+) half/.exec(
        song.theory.find(({ concept }) => concept === 'Chorus lift')?.text ?? '',
      )
      if (lift) expect(Math.abs(Number(lift[1]) - song.quality.measures.chorusLift!)).toBeLessThanOrEqual(0.51)
    }
  })

  test('objectives are tied to places that exist', () => {
    for (const { sections, education } of songs)
      for (const { place } of education.objectives) {
        expect(sections[place!.section!]).toBeDefined()
        if (place!.line !== undefined) expect(sections[place!.section!]!.lines[place!.line]).toBeDefined()
      }
  })

  test('beginners read no Roman numerals', () => {
    const { input, plan } = planOf({ genres: ['baroque', 'jazz-swing'], level: 'beginner', seed: 2 })
    const { notes } = theorySchema.parse(
      explainTheory({
        ...input,
        hook: 'x',
        blend: plan.blend,
        key: plan.key,
        tempo: plan.tempo,
        meter: plan.meter,
        sections: plan.sections,
      }),
    )
    for (const { text } of notes) expect(text).not.toMatch(/\b(?:ii|iii|iv|vi|vii|IV|VI|VII)\b/)
  })
})

describe('a second try mends just what the findings name', () => {
  const { input, analysis } = planOf({ genres: ['salsa', 'folk'], seed: 9 })
  const finding = (rule: string): Finding => ({
    rule,
    severity: 'warning',
    place: {},
    evidence: 'heard',
    suggestion: 'mend',
    cost: 0.1,
  })

  test('tempo for a song that is too long, all else as it was', () => {
    const again = analyzeGenres({ ...input, findings: [finding('song-length')] })
    expect({ ...again, tempo: 0, compromises: [], layers: [] }).toEqual({
      ...analysis,
      tempo: 0,
      compromises: [],
      layers: [],
    })
  })

  test('nothing for a finding about words', () => {
    expect(analyzeGenres({ ...input, findings: [finding('rhyme-by-sound')] })).toEqual(analysis)
  })
})

import { describe, expect, test } from '@jest/globals'
import { genreSchema } from '../../src/domain/genre.js'
import { stepsPerBar } from '../../src/domain/meter.js'
import { findGenre, genreById, genres, genresInText, nearestGenres } from '../../src/knowledge/genres.js'
import { chordsOf, fitsMode } from '../../src/music/harmony/fit-progression.js'

describe('what is known of every genre', () => {
  test('there are sixty or more, from all parts of the world', () => {
    expect(genres.length).toBeGreaterThanOrEqual(60)
    const regions = new Set(genres.map((genre) => genre.region))
    expect([...regions].sort()).toEqual([...genreSchema.shape.region.options].sort())
  })

  test.each(genres.map((genre) => [genre.id, genre] as const))(
    '%s: grids, chords, range and neighbours hold together',
    (_, genre) => {
      const meter = genre.meters[0]!
      const steps = stepsPerBar(meter)
      for (const grid of [genre.drums.groove, genre.drums.fill]) {
        const rows = Object.values(grid)
        expect(rows.length).toBeGreaterThan(0)
        for (const row of rows) expect(row).toHaveLength(steps)
        expect(rows.join('')).toMatch(/[xXo]/)
      }
      expect(genre.bassRhythm).toMatch(new RegExp(`^[xo8a-]{${steps}}$`))
      expect(genre.bassRhythm).toMatch(/[xo8]/)
      expect(genre.chordRhythm).toMatch(new RegExp(`^[x^-]{${steps}}$`))
      expect(genre.chordRhythm).toMatch(/[x^]/)
      for (const mode of genre.modes)
        for (const kind of ['verse', 'chorus', 'bridge'] as const)
          expect(
            `${mode} ${kind}: ${genre.progressions[kind].filter((phrase) => fitsMode(chordsOf(phrase), mode)).length > 0}`,
          ).toBe(`${mode} ${kind}: true`)
      for (const phrase of Object.values(genre.progressions).flat())
        expect(`${phrase}: ${genre.modes.some((mode) => fitsMode(chordsOf(phrase), mode))}`).toBe(`${phrase}: true`)
      expect(genre.tempo[0]).toBeLessThan(genre.tempo[1])
      for (const neighbour of genre.neighbours) expect(genreById(neighbour)?.id).toBe(neighbour)
      expect(genre.neighbours).not.toContain(genre.id)
      expect(genre.history.split(/[.!?](?:\s|$)/).filter(Boolean)).toHaveLength(2)
      for (const form of genre.forms) {
        expect(form.filter((kind) => kind === 'verse').length).toBe(2)
        expect(form.filter((kind) => kind === 'chorus').length).toBeGreaterThanOrEqual(3)
        expect(form).toContain('bridge')
        expect(form.lastIndexOf('chorus')).toBeGreaterThan(form.indexOf('bridge'))
      }
    },
  )

  test('no name or alias stands for two genres', () => {
    for (const genre of genres)
      for (const name of [genre.id, genre.name, ...genre.aliases]) expect(findGenre(name)?.id).toBe(genre.id)
  })
})

describe('finding a genre', () => {
  test.each([
    ['Drum n Bass', 'drum-and-bass'],
    ['dnb', 'drum-and-bass'],
    ['drum & bass', 'drum-and-bass'],
    ['lofi', 'lo-fi-hip-hop'],
    ['hip hop', 'hip-hop'],
    ['HipHop', 'hip-hop'],
    ['R&B', 'r-and-b'],
    ['forro', 'forro'],
    ['FORRÓ', 'forro'],
    ['jazz music', 'jazz-swing'],
    ['Māori', 'waiata'],
    ['afro-beat', 'afrobeat'],
    ['afrobeats', 'afrobeats'],
  ])('%s is %s', (name, id) => expect(findGenre(name)?.id).toBe(id))

  test('names in a text are found in its order, the longest first', () => {
    const text = 'trap x baroque with some drum and bass, about photosynthesis'
    const found = genresInText(text)
    expect(found.map(({ genre }) => genre.id)).toEqual(['trap', 'baroque', 'drum-and-bass'])
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(['trap', 'baroque', 'drum and bass'])
  })

  test.each([
    ['raggaeton', 'reggaeton'],
    ['klezmar', 'klezmer'],
    ['waltzz', 'waltz'],
    ['bosa nova', 'bossa-nova'],
    ['tekno', 'techno'],
  ])('a near miss %s offers %s', (typed, id) => expect(nearestGenres(typed, 3).map((genre) => genre.id)).toContain(id))
})

import { describe, expect, test } from '@jest/globals'
import { evidenceOf, suggestPoints } from '../../src/classroom/weigh-song.js'
import { type AssignmentSettingsInput, assignmentSettingsSchema } from '../../src/domain/assignment.js'
import type { Song } from '../../src/domain/song.js'
import { topicById } from '../../src/knowledge/topics.js'
import { makeSong } from '../music/support/make-song.js'

const song: Song = makeSong({ genres: ['trap', 'baroque'] })
const settings = (over: Partial<AssignmentSettingsInput> = {}) =>
  assignmentSettingsSchema.parse({ topic: 'photosynthesis', ...over })
const line = (about: string, over: Partial<AssignmentSettingsInput>, of = song) =>
  suggestPoints(settings(over), of).evidence.find((found) => found.about === about)

describe('suggested points', () => {
  test('say line by line what was asked, what is there, and what it is worth; the lines add up', () => {
    const { points, maximum, evidence } = suggestPoints(settings({ points: 20, keyTerms: ['leaf'] }), song)
    expect(maximum).toBe(20)
    expect(evidence.reduce((sum, { outOf }) => sum + outOf, 0)).toBeCloseTo(20, 1)
    const sum = evidence.reduce((worth, found) => worth + found.points, 0)
    expect(Math.abs(points - sum)).toBeLessThanOrEqual(0.3)
    expect(points % 0.5).toBe(0)
    for (const { asked, found } of evidence) expect([asked, found].every((text) => /[.)”"]$/.test(text))).toBe(true)
  })

  test('key terms: those that are sung count, and the others are named', () => {
    const found = line('key terms', { keyTerms: ['oxygen', 'mitochondria'] })!
    expect(found.found).toBe('Sung: oxygen. Not sung: mitochondria.')
    expect(found.points).toBeCloseTo(found.outOf / 2, 1)
    expect(line('key terms', {})).toBeUndefined()
    const many = ['leaf', 'roots', 'stream', 'steam', 'oxygen', 'carbon', 'sugar', 'sun', 'xylem', 'phloem']
    const long = line('key terms', { keyTerms: many })!
    expect(long.points).toBe(long.outOf)
  })

  test('facts: heard within two lines, and those that are not are quoted', () => {
    const found = line('facts', { facts: ['A leaf is open to light.', 'Volcanoes erupt lava and ash.'] })!
    expect(found.found).toBe('1 of 2 sung. Not sung: “Volcanoes erupt lava and ash.”')
    expect(found.points).toBeCloseTo(found.outOf / 2, 1)
  })

  test('a fact counts as sung where the library’s own line for it is sung, whatever its words', () => {
    const topic = topicById('photosynthesis')!
    const couplet = topic.couplets.easy.fact.find((text) => text.startsWith('1: '))!
    const [first = ''] = couplet.slice(3).split(' / ')
    const fact = topic.facts[0]!
    const sections = song.sections.map((section) => ({
      ...section,
      lines: section.lines.map((one) => ({ ...one, text: section.kind === 'chorus' ? first : 'La la la' })),
    }))
    const request = { ...song.provenance.request, topicId: 'photosynthesis' }
    const sung = { ...song, sections, provenance: { ...song.provenance, request } }
    expect(line('facts', { facts: [fact] }, sung)!.found).toBe('1 of 1 sung.')
    const other = { ...sung, provenance: { ...song.provenance, request: { ...request, topicId: null } } }
    expect(line('facts', { facts: ['Nothing of this is sung at all.'] }, other)!.points).toBe(0)
  })

  test('genres: those that the teacher asked for, and only those', () => {
    expect(line('genres', { genres: ['trap', 'samba'] })!.found).toMatch(/Missing: Samba\.$/)
    const free = line('genres', {})!
    expect(free.points).toBe(free.outOf)
  })

  test('form: a song without verses is half a song', () => {
    const stub = { ...song, sections: song.sections.filter(({ kind }) => kind !== 'verse') }
    expect(line('form', {}, stub)!.points).toBeLessThan(line('form', {})!.points)
  })

  test('craft: remarks of the checks take what they cost, and what has a line of its own is not counted twice', () => {
    const finding = (rule: string, cost: number) =>
      ({ rule, cost, severity: 'warning', place: {}, evidence: `${rule} was seen.`, suggestion: '' }) as const
    const quality = { ...song.quality, findings: [finding('rhyme-by-sound', 0.5), finding('key-terms-used', 0.4)] }
    const found = line('craft', {}, { ...song, quality })!
    expect(found.found).toBe('The checks have one remark: rhyme-by-sound was seen.')
    expect(found.points).toBeCloseTo(found.outOf / 2, 1)
  })

  test('never more than the maximum, and finer where there are few points', () => {
    expect(suggestPoints(settings({ points: 7.3 }), song).points).toBeLessThanOrEqual(7.3)
    expect(suggestPoints(settings({ points: 1 }), song).points).toBeLessThanOrEqual(1)
  })

  test('a student is shown the evidence without the proposal’s points', () => {
    expect(evidenceOf(settings(), song).flatMap((found) => Object.keys(found))).not.toContain('points')
  })
})

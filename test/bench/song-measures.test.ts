import { describe, expect, test } from '@jest/globals'
import { intervalRuns, measureSong } from '../../bench/songs/measure-song.js'
import { randomNotes, templateSong } from '../../bench/songs/rivals.js'
import { fillerLines, linesOfManyTopics, sharedLines } from '../../bench/songs/shared.js'
import { linesRhyme, stressesOf } from '../../bench/songs/sounds.js'
import type { Song } from '../../src/domain/song.js'
import { makeSong } from '../music/support/make-song.js'

const song = makeSong({ genres: ['folk', 'pop'], seed: 4 })
const ratio = ([part, whole]: readonly [number, number]) => part / whole

function about(topic: string, term: string, text: string): Song {
  const other = structuredClone(song)
  Object.assign(other.education, { topic, keyConcepts: [{ term, meaning: '' }] })
  for (const { lines } of other.sections) for (const line of lines) line.text = text
  return other
}

describe('the proof’s own ears', () => {
  test.each([
    ['a leaf in light', 'a winter night', true],
    ['where is my love', 'I see you move', false],
    ['hear the sea', 'look at the sea', false],
    ['a frumious plorb', 'a golden orb', false],
    ['they read a lead', 'it went ahead', true],
  ])('"%s" and "%s" rhyme: %s', (a, b, rhymes) => expect(linesRhyme(a, b)).toBe(rhymes))

  test('know the stress of a word by its syllables', () => {
    expect(stressesOf('oxygen', 3)).toEqual([1, 0, 0])
    expect(stressesOf('the', 1)).toEqual([0])
    expect(stressesOf('plorb', 1)).toBeNull()
  })

  test('hear what the checks hear in a sound song, and tell it from its rivals', () => {
    const [own, random, template] = [song, randomNotes(song), templateSong(song)].map(measureSong)
    expect(ratio(own!.chordTones)).toBeCloseTo(song.quality.measures.chordToneOnStrongBeat!, 2)
    expect(ratio(own!.steps)).toBeCloseTo(song.quality.measures.stepwiseMotion!, 2)
    expect(ratio(random!.chordTones)).toBeLessThan(0.7)
    expect(ratio(random!.leaps)).toBeGreaterThan(0.1)
    expect(ratio(template!.steps)).toBeLessThan(0.35)
    expect(ratio(template!.stresses)).toBeLessThan(ratio(own!.stresses))
    expect([own, random, template].every((measured) => measured!.valid)).toBe(true)
  })

  test('see a line that only changes its noun', () => {
    const songs = [about('gravity', 'orbit', 'Orbit: you heard'), about('cells', 'membrane', 'Membranes: you heard')]
    expect(linesOfManyTopics(songs).share).toBe(0)
    expect(fillerLines(songs).shares).toEqual([1, 1])
    expect(fillerLines([songs[0]!, about('cells', 'membrane', 'A wall that lets the water in')]).shares).toEqual([0, 0])
  })

  test('find all of a song in itself', () => {
    expect(sharedLines([[song, song]])).toEqual([1])
    expect(intervalRuns(song, 3).size).toBeGreaterThan(10)
  })
})

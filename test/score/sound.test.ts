import { beforeAll, describe, expect, test } from '@jest/globals'
import { layers } from '../../src/domain/performance.js'
import { sectionStarts } from '../../src/score/section-starts.js'
import { loudness, master } from '../../src/score/sound/master.js'
import { renderLayers, type Stems, type Stereo, sampleRate } from '../../src/score/sound/render-layers.js'
import { excerptOf, type Stretch, secondsOf, wholeSong } from '../../src/score/sound/stretch.js'
import { toAudio } from '../../src/score/sound/to-audio.js'
import { sampleSong, sampleSongs } from './sample-songs.js'
import { mp3Seconds, oggSeconds } from './sound-length.js'

const decibels = (amplitude: number): number => 20 * Math.log10(amplitude)
function peakOf(sound: Stereo): number {
  let peak = 0
  for (const side of sound)
    for (const value of side) if (value > peak || -value > peak) peak = value < 0 ? -value : value
  return peak
}

/** The longest stretch, in seconds, in which nothing is louder than −50 dBFS. */
function longestSilence([left, right]: Stereo): number {
  let longest = 0
  let since = 0
  for (let i = 0; i < left.length; i++) {
    if (left[i]! ** 2 + right[i]! ** 2 > 1e-5) since = i
    if (i - since > longest) longest = i - since
  }
  return longest / sampleRate
}

// Fifteen seconds from the chorus on: jest's own world makes a synthesizer slow.
describe.each(sampleSongs.slice(0, 4))('the sound of %s', (_, song) => {
  const stretch: Stretch = excerptOf(song, 15)
  let stems: Stems
  let sound: Stereo
  beforeAll(async () => {
    stems = await renderLayers(song, stretch)
    sound = master(stems, stretch)
  }, 60_000)

  test('is between −20 and −14 dB loud, and never over −0.1 dBFS', () => {
    expect(decibels(loudness(sound))).toBeGreaterThan(-20)
    expect(decibels(loudness(sound))).toBeLessThan(-14)
    expect(decibels(peakOf(sound))).toBeLessThan(-0.1)
  })

  test('has every layer in it, none buried under the others', () => {
    const loudest = Math.max(...layers.map((layer) => loudness(stems[layer])))
    for (const layer of layers) {
      expect(decibels(loudness(stems[layer]) / loudest)).toBeGreaterThan(-25)
      const alone = difference(sound, master({ ...stems, [layer]: silent(stems)[layer] }, stretch))
      expect(decibels(alone)).toBeGreaterThan(-18)
    }
  })

  test('is nowhere silent for two seconds', () => expect(longestSilence(sound)).toBeLessThan(2))

  test('begins and ends without a click', () => {
    for (const side of sound) {
      expect(Math.abs(side[0]!)).toBeLessThan(0.001)
      expect(Math.abs(side.at(-1)!)).toBeLessThan(0.001)
    }
  })
})

const silent = (stems: Stems): Stems =>
  Object.fromEntries(
    layers.map((layer) => [layer, stems[layer].map((side) => new Float32Array(side.length))]),
  ) as unknown as Stems

/** How loud what two sounds do not share is, against the first. */
function difference(one: Stereo, other: Stereo): number {
  let apart = 0
  let energy = 0
  for (let i = 0; i < one[0].length; i++) {
    apart += (one[0][i]! - other[0][i]!) ** 2
    energy += one[0][i]! ** 2
  }
  return Math.sqrt(apart / energy)
}

test('a whole song lasts as long as its bars, within 2 %, and rings out', async () => {
  const song = { ...sampleSong(), sections: sampleSong().sections.slice(0, 2) }
  const stretch = wholeSong(song)
  const sound = master(await renderLayers(song, stretch), stretch)
  const seconds = sound[0].length / sampleRate
  expect(seconds).toBeGreaterThan(secondsOf(song))
  expect(seconds).toBeLessThan(secondsOf(song) * 1.02)
})

describe('an excerpt', () => {
  test('begins with the first chorus', () => {
    for (const [, song] of sampleSongs) {
      const { from, seconds } = excerptOf(song, 30)
      const chorus = sectionStarts(song).find(({ section }) => section.kind === 'chorus')!
      expect(seconds).toBe(30)
      expect(from).toBeLessThanOrEqual((chorus.start * 60) / song.tempo)
      expect(from + seconds).toBeLessThanOrEqual(secondsOf(song) + 0.001)
      if ((chorus.start * 60) / song.tempo + 30 <= secondsOf(song)) expect(from).toBe((chorus.start * 60) / song.tempo)
    }
  })

  test('of a song that is shorter is the whole song', () => {
    const song = { ...sampleSong(), sections: sampleSong().sections.slice(0, 1) }
    expect(excerptOf(song, 600)).toEqual(wholeSong(song))
  })

  test.each([
    ['mp3', mp3Seconds],
    ['ogg', oggSeconds],
  ] as const)('of 30 s as %s lasts 30 s, and is the same each time', async (kind, length) => {
    const bytes = await toAudio(sampleSong(), kind, 30)
    const shorter = await toAudio(sampleSong(), kind, 5)
    expect(Math.abs(length(bytes) - 30)).toBeLessThan(0.6)
    expect(bytes.length).toBeLessThan(600_000)
    expect(Buffer.compare(shorter, await toAudio(sampleSong(), kind, 5))).toBe(0)
  })

  test('a layer that has nothing to play leaves the others as they are', async () => {
    const song = sampleSong()
    const bare = { ...song, sections: song.sections.map((section) => ({ ...section, lines: [] })) }
    const stretch = excerptOf(bare, 10)
    const sound = master(await renderLayers(bare, stretch), stretch)
    expect(decibels(loudness(sound))).toBeGreaterThan(-20)
  })
})

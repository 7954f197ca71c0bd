import { beforeAll, describe, expect, test } from '@jest/globals'
import type { Song } from '../../src/domain/song.js'
import { notate } from '../../src/score/notation.js'
import { textWidth } from '../../src/score/sheet/text-width.js'
import { toPng } from '../../src/score/sheet/to-png.js'
import { engraveSong, toSvg } from '../../src/score/sheet/to-svg.js'
import { signatureOf } from '../../src/score/spelling.js'
import { makeSong } from '../music/support/make-song.js'
import { readPng } from './read-png.js'
import { sampleSong, sampleSongs } from './sample-songs.js'

const count = (svg: string, pattern: RegExp): number => [...svg.matchAll(pattern)].length

interface Words {
  x: number
  end: number
  y: number
  text: string
}

/** What is sung, by system: where each syllable begins and ends on its line. */
function syllablesOf(svg: string): Words[][] {
  return svg
    .split('class="system"')
    .slice(1)
    .map((system) =>
      [...system.matchAll(/class="syl"><text x="(-?\d+)" y="(\d+)" font-size="(\d+)">([^<]*)</g)].map(
        ([, x, y, size, text]) => ({
          x: Number(x),
          end: Number(x) + textWidth(text!, Number(size)),
          y: Number(y),
          text: text!,
        }),
      ),
    )
}

function expectNoOverlap(svg: string): void {
  const width = Number(/viewBox="0 0 (\d+)/.exec(svg)![1])
  for (const words of syllablesOf(svg)) {
    const inOrder = [...words].sort((a, b) => a.y - b.y || a.x - b.x)
    for (const [at, { x, y, text }] of inOrder.entries()) {
      const before = inOrder[at - 1]
      if (before?.y === y) expect([before.text, text, x - before.end > 0]).toEqual([before.text, text, true])
    }
    for (const { end } of words) expect(end).toBeLessThan(width)
  }
}

describe.each(sampleSongs)('the lead sheet of %s', (_, song) => {
  let svg: string
  beforeAll(async () => {
    svg = await toSvg(song)
  }, 60_000)

  test('has staff lines, a clef, the key’s accidentals and a last bar line', () => {
    const systems = count(svg, /class="system"/g)
    const bars = notate(song).length
    expect(
      count(svg, /class="staff">(?:<path d="M\d+ \d+ L\d+ \d+" stroke="currentColor" stroke-width="\d+" ?\/>){5}/g),
    ).toBe(bars)
    expect(count(svg, /class="clef"><use xlink:href="#E050"/g)).toBe(systems)
    const signature = signatureOf(song.key)
    expect(count(svg, /class="keyAccid"><use xlink:href="#E260"/g)).toBe(signature < 0 ? -signature * systems : 0)
    expect(count(svg, /class="keyAccid"><use xlink:href="#E262"/g)).toBe(signature > 0 ? signature * systems : 0)
    for (const [, name] of svg.matchAll(/xlink:href="#(\w+)"/g)) expect(svg).toContain(`<g id="${name}">`)
  })

  test('prints tempo, key, chords, section marks and accidentals', () => {
    const perMinute = song.meter === '12/8' ? Math.round(song.tempo / 1.5) : song.tempo
    expect(svg).toMatch(new RegExp(`class="tempo"[^>]*><path class="sign"[^>]*/>.*?<text[^>]*>= ${perMinute}`))
    for (const { label } of song.sections) expect(svg).toContain(`>${label}</text>`)
    const flats = notate(song).flatMap(({ chords }) =>
      chords.filter(({ chord }) => /^[A-G]b/.test(chord.symbol)),
    ).length
    const inChords = count(svg, /class="harm">(?:<text[^>]*>[^<]*<\/text>)?<path class="sign"/g)
    expect(inChords).toBeGreaterThanOrEqual(flats)
    const written = notate(song)
      .flatMap(({ notes }) => notes)
      .filter(({ pitch }) => pitch).length
    expect(count(svg, /class="notehead"/g)).toBe(written)
  })

  test('stands by itself: no script, style, font, sign of a music font or thing from elsewhere', () => {
    expect(svg).not.toMatch(
      /<script|<style|@font-face|Bravura|url\(|<image|<foreignObject| on\w+=|<text[^>]*font-size="0/,
    )
    expect(svg).not.toMatch(/\p{Co}/u)
    expect(count(svg, /https?:/g)).toBe(2)
    expect(svg).toMatch(
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" xmlns:xlink="http:\/\/www\.w3\.org\/1999\/xlink"/,
    )
    expect(svg).toContain(`<title>${song.title}</title><desc>Lead sheet`)
  })

  test('every bar can be marked', () => {
    const bars = [...svg.matchAll(/<g class="bar" data-bar="(\d+)"><rect class="bar-area"/g)].map(([, bar]) =>
      Number(bar),
    )
    expect(bars).toEqual(notate(song).map(({ number }) => number))
  })

  test('no syllable touches its neighbour or leaves the paper', () => expectNoOverlap(svg))

  test('no clef is cut off at its foot, as the last system’s would be where nothing is sung', async () => {
    const { systems } = await engraveSong(song)
    for (const { svg, bottom } of systems) {
      const line = Number(/#E050"[^>]*translate\(\d+, (\d+)\)/.exec(svg)![1])
      // Bravura: 2.63 staff spaces of 180 below its line (SMuFL, glyphBBoxes of gClef).
      expect(bottom - line).toBeGreaterThan(2.63 * 180)
    }
  })

  test('is the same each time', async () => expect(await toSvg(song)).toBe(svg))
})

describe.each(sampleSongs)('the lead sheet of %s in short lines', (_, song) => {
  test('is half as wide or less, and has every bar, note, word and sign of the long one', async () => {
    const [long, short] = await Promise.all([toSvg(song), toSvg(song, 'short')])
    const [width, printed] = [short, long].map((svg) => Number(/viewBox="0 0 (\d+)/.exec(svg)![1]))
    expect(width!).toBeLessThanOrEqual(printed! / 2)
    const bars = (svg: string) => [...svg.matchAll(/data-bar="(\d+)"/g)].map(([, bar]) => bar)
    expect(bars(short)).toEqual(bars(long))
    const words = (svg: string) => syllablesOf(svg).flatMap((system) => system.map(({ text }) => text))
    expect(words(short)).toEqual(words(long))
    for (const sign of [/class="notehead"/g, /class="harm"/g, /class="reh"/g])
      expect(count(short, sign)).toBe(count(long, sign))
    expectNoOverlap(short)
    for (const [, x, wide] of short.matchAll(/class="reh".*?<rect [^>]*\bx="(-?\d+)".*?width="(\d+)"/g)) {
      const shift = Number(/class="system" transform="translate\((\d+)/.exec(short)![1])
      expect(Number(x) + shift).toBeGreaterThan(0)
      expect(Number(x) + shift + Number(wide)).toBeLessThan(width!)
    }
  })
})

describe('hard cases', () => {
  test('words as long as they come, and as many', async () => {
    const words = [
      'Incomprehensible counterrevolutionaries',
      'misunderstood electromagnetism',
      'Straight through stretched strengths',
    ]
    const song = makeSong({
      genres: ['hip-hop', 'funk'],
      level: 'advanced',
      words: (section, line) => words[(section + line) % 3]!,
    })
    expectNoOverlap(await toSvg(song))
    // A bar that a phone's width cannot hold makes its paper wider, and nothing runs together.
    expectNoOverlap(await toSvg(song, 'short'))
  })

  test('a long title, four genres and a long section name stay on narrow paper', async () => {
    const song = sampleSong()
    const svg = await toSvg(
      {
        ...song,
        title: 'Wolkenkratzerbaumeisterlehrling of the photosynthetic transcontinental railway',
        genres: ['gospel', 'hip-hop', 'bluegrass', 'bossa-nova'],
        sections: song.sections.map((section) => ({ ...section, label: 'Pre-chorus' })),
      },
      'short',
    )
    const width = Number(/viewBox="0 0 (\d+)/.exec(svg)![1])
    for (const [, size, text] of svg.matchAll(/font-size="(\d+)"[^>]*text-anchor="middle">([^<]*)</g))
      expect(textWidth(text!, Number(size)) * 1.1).toBeLessThan(width)
    for (const [, x] of svg.matchAll(/class="reh".*?<rect [^>]*\bx="(-?\d+)"/g))
      expect(Number(x)).toBeGreaterThan(-Number(/class="system" transform="translate\((\d+)/.exec(svg)![1]))
  })

  test('a song without a tune', async () => {
    const song = sampleSong()
    const bare: Song = { ...song, sections: song.sections.map((section) => ({ ...section, lines: [] })) }
    expect(count(await toSvg(bare), /class="mRest"/g)).toBe(notate(bare).length)
  })

  test.each([
    ['Світло й цукор', 'Світло й цукор'],
    ['Sugar 🎵🇺🇦👩🏽‍🔬 Light', 'Sugar Light'],
    ['🎵', 'Song'],
    ['<b>&"', '&lt;b&gt;&amp;&quot;'],
  ])('the title %j', async (title, drawn) => {
    const svg = await toSvg({ ...sampleSong(), title })
    expect(svg).toContain(`font-weight="bold" text-anchor="middle">${drawn}</text>`)
  })

  test('a title that is far too long is broken, and then cut', async () => {
    const svg = await toSvg({ ...sampleSong(), title: 'Wolkenkratzerbaumeisterlehrling '.repeat(12) })
    const lines = [...svg.matchAll(/font-size="(\d+)" font-weight="bold" text-anchor="middle">([^<]*)</g)]
    expect(lines).toHaveLength(2)
    for (const [, size, line] of lines) expect(textWidth(line!, Number(size)) * 1.1).toBeLessThan(21_000)
    expect(lines[1]![2]).toMatch(/…$/)
  })
})

describe('the picture', () => {
  test('shows a title, staff lines from edge to edge, and nothing but white around', async () => {
    const [, song] = sampleSongs[1]!
    const { width, height, dark } = readPng(await toPng(song))
    const inkIn = (y: number) => Array.from({ length: width }, (_, x) => dark(x, y)).filter(Boolean).length
    const lines = Array.from({ length: height }, (_, y) => inkIn(y)).filter((ink) => ink > 0.85 * width).length
    const systems = count(await toSvg(song), /class="system"/g)
    // The last system is as short as its music.
    expect(lines).toBeGreaterThanOrEqual((systems - 1) * 5)
    expect(Array.from({ length: 120 }, (_, y) => inkIn(y)).some((ink) => ink > 50)).toBe(true)
    for (let y = 0; y < height; y++) expect(dark(0, y) || dark(width - 1, y)).toBe(false)
  })
})

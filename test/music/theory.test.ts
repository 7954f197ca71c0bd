import { describe, expect, test } from '@jest/globals'
import { Chord, Note } from 'tonal'
import { type Key, modes } from '../../src/domain/song.js'
import { fillBars, withCadence } from '../../src/music/harmony/cadence.js'
import { chordsOf, fitsMode } from '../../src/music/harmony/fit-progression.js'
import { seeded } from '../../src/music/random.js'
import { chordQualities } from '../../src/music/theory/chord-quality.js'
import { diatonicChord, parseSymbol, romanOf } from '../../src/music/theory/chord-symbol.js'
import { explainChord } from '../../src/music/theory/explain-chord.js'
import { scaleOf, signatureOf } from '../../src/music/theory/keys.js'
import { pitchClass } from '../../src/music/theory/pitch.js'
import { parseRoman, romanText, spellRoman } from '../../src/music/theory/roman.js'

const tonics = 'CDEFGAB'.split('').flatMap((letter) => [letter, `${letter}#`, `${letter}b`])
const keys: Key[] = tonics.flatMap((tonic) => modes.map((mode) => ({ tonic, mode })))
const numerals = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII']
const classes = (notes: readonly string[]) => notes.map(pitchClass).sort((a, b) => a - b)

/** A numeral such as people write: any degree, sign, case and ending that we know. */
function anyRoman(random: ReturnType<typeof seeded>): string {
  const quality = random.pick(chordQualities)
  const degree = random.pick(numerals)
  const head = quality.lower === undefined ? degree + quality.upper : degree.toLowerCase() + quality.lower
  return random.pick(['', '', '', 'b', '#', '♮']) + head + random.pick(['', '', '', '/V', '/ii'])
}

describe('chords are spelled so that another library reads the same pitches', () => {
  test('any numeral in any key and mode', () => {
    const random = seeded('numerals')
    for (const key of keys)
      for (let n = 0; n < 40; n++) {
        const text = anyRoman(random)
        const spelled = spellRoman(text, key)
        expect(spelled).not.toBeNull()
        const read = Chord.get(spelled!.symbol)
        expect({ text, key, notes: classes(read.notes) }).toEqual({ text, key, notes: classes(spelled!.tones) })
        expect(read.notes.map((note) => Note.get(note).chroma)[0]).toBe(pitchClass(spelled!.root))
      }
  })

  test('a symbol and its numeral lead to each other in every key', () => {
    const random = seeded('both ways')
    for (const key of keys)
      for (let n = 0; n < 30; n++) {
        const { symbol } = spellRoman(anyRoman(random).split('/')[0]!, key)!
        const roman = romanOf(symbol, key)
        if (roman !== null)
          expect({ key, roman, symbol: spellRoman(roman, key)?.symbol }).toEqual({ key, roman, symbol })
        else expect(Math.abs(parseSymbol(symbol)!.root.length - 1)).toBeGreaterThan(0)
      }
  })

  test('any progression with any cadence stays spelled and explained', () => {
    const random = seeded('progressions')
    for (const key of keys) {
      const degrees = Array.from({ length: 4 }, () => diatonicChord(random.int(0, 6), key)).map(
        (chord) => romanOf(chord!.root + chord!.quality.symbol, key)!,
      )
      for (const kind of ['verse', 'chorus', 'bridge'] as const)
        for (const roman of withCadence(
          fillBars(degrees, 8),
          kind,
          key,
          random.pick(['beginner', 'advanced'] as const),
        )) {
          expect(Chord.get(spellRoman(roman, key)!.symbol).empty).toBe(false)
          expect({ roman, key, explained: explainChord(roman, key) !== null }).toEqual({ roman, key, explained: true })
        }
    }
  })
})

test.each([
  ['iv VII III V', 'minor', true],
  ['iv VII III V', 'major', false],
  ['VI VII VI VII', 'major', false],
  ['III VII VI V', 'major', false],
  ['I III vi IV', 'major', true],
  ['I III IV iv', 'major', true],
  ['I VI7 II7 V7', 'major', true],
] as const)('%s in %s: %s, for a chord on a visit must lead somewhere', (phrase, mode, fits) => {
  expect(fitsMode(chordsOf(phrase), mode)).toBe(fits)
})

describe('Roman numerals are read with their case', () => {
  test.each([
    ['vi', 'C', 'major', 'Am'],
    ['VI', 'C', 'major', 'A'],
    ['VI', 'C', 'minor', 'Ab'],
    ['bVI', 'C', 'major', 'Ab'],
    ['bVI', 'C', 'minor', 'Ab'],
    ['V7/V', 'C', 'major', 'D7'],
    ['vii°7/V', 'C', 'major', 'F#dim7'],
    ['viio', 'A', 'minor', 'G#dim'],
    ['VII', 'A', 'minor', 'G'],
    ['V', 'A', 'minor', 'E'],
    ['v', 'A', 'minor', 'Em'],
    ['bVII', 'D', 'mixolydian', 'C'],
    ['bII', 'E', 'phrygian', 'F'],
    ['iiø7', 'C', 'minor', 'Dm7b5'],
    ['IV', 'C', 'lydian', 'F#'],
    ['♮IV', 'C', 'lydian', 'F'],
    ['IV', 'D', 'dorian', 'G'],
    ['V', 'C#', 'major', 'G#'],
    ['bVI', 'Gb', 'major', 'Ebb'],
  ] as const)('%s in %s %s is %s', (roman, tonic, mode, symbol) =>
    expect(spellRoman(roman, { tonic, mode })?.symbol).toBe(symbol),
  )

  test.each(['', 'H', 'VIII', 'ivx', 'V7/V/V', 'V/', 'Imaj13#11'])('"%s" is no numeral of ours', (text) =>
    expect(parseRoman(text)).toBeNull(),
  )

  test('what people write another way is written one way', () => {
    expect(['viio', 'viidim', 'iih7', 'IM7', '♭VI'].map((text) => romanText(parseRoman(text)!))).toEqual([
      'vii°',
      'vii°',
      'iiø7',
      'Imaj7',
      'bVI',
    ])
  })
})

test.each([
  ['ii', 'major', 'diatonic'],
  ['V', 'minor', 'leading-tone'],
  ['iv', 'major', 'borrowed'],
  ['bVI', 'major', 'borrowed'],
  ['bII', 'major', 'neapolitan'],
  ['bII', 'phrygian', 'diatonic'],
  ['V7/V', 'major', 'secondary'],
  ['II7', 'major', 'secondary'],
  ['III7', 'major', 'secondary'],
  ['IV7', 'mixolydian', 'borrowed'],
  ['I7', 'mixolydian', 'diatonic'],
] as const)('%s in %s is %s', (roman, mode, kind) => expect(explainChord(roman, { tonic: 'E', mode })?.kind).toBe(kind))

test.each(['#I', 'bV', '#v', 'bvi°7', 'V7/#iv'])('nothing explains %s in C major', (roman) =>
  expect(explainChord(roman, { tonic: 'C', mode: 'major' })).toBeNull(),
)

test('scales have a letter for each degree, and signatures count their signs', () => {
  for (const key of keys) {
    const scale = scaleOf(key)
    expect(new Set(scale.map((name) => name[0])).size).toBe(7)
    const signs = scale.reduce((sum, name) => sum + name.split('#').length - name.split('b').length, 0)
    expect({ key, signs }).toEqual({ key, signs: signatureOf(key) })
  }
})

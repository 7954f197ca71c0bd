import { describe, expect, test } from '@jest/globals'
import { topics } from '../../src/knowledge/topics.js'
import { syllableBreaks } from '../../src/knowledge/word-lists/syllable-breaks.js'
import { hyphenated } from '../../src/music/words/hyphenate.js'
import { syllablesOfLine } from '../../src/music/words/pronunciation.js'
import { syllabify } from '../../src/music/words/syllabify.js'

const pieces = (line: string): string => {
  let last = -1
  return syllabify(line)
    .map(({ text, word }) => {
      const joined = word === last ? `-${text}` : ` ${text}`
      last = word
      return joined
    })
    .join('')
    .trim()
}

describe('a line in the pieces that notes carry', () => {
  test.each([
    ['Breathing in the open rhythm', 'Breath-ing in the o-pen rhyth-m'],
    ['In 1789', 'In sev-en-teen eigh-ty nine'],
    ['DNA and NASA', 'D N A and NA-SA'],
    ['H2O, E = mc²', 'H two O E e-quals m c squared'],
    ['C6H12O6', 'C six H twelve O six'],
    ['25% of 1,000', 'twen-ty five per-cent of one thou-sand'],
    ['the 1960s, the 22nd', 'the nine-teen six-ties the twen-ty sec-ond'],
    ['São Paulo', 'São Pau-lo'],
    ['well-known, don’t', 'well known, don’t'],
    ['chloroplasts', 'chlo-ro-plasts'],
    ['Runoff and any theaters', 'Run-off and an-y the-a-ters'],
    ['many ideas, very open areas', 'man-y i-de-as, ver-y o-pen ar-e-as'],
    ['the city’s oxygen', 'the cit-y’s ox-y-gen'],
    ['cameras and oceans', 'cam-er-as and o-ceans'],
    ['🌋 growth', 'growth'],
  ])('%s', (line, sung) => {
    expect(pieces(line)).toBe(sung)
  })

  test('words of grammar are weak, words of sense keep the stress of the dictionary', () => {
    expect(syllabify('The sun is on the water').map(({ stress }) => stress)).toEqual([0, 1, 0, 0, 0, 1, 0])
  })

  test('an open end can be held', () => {
    expect(syllabify('free').at(-1)?.open).toBe(true)
    expect(syllabify('stop').at(-1)?.open).toBe(false)
  })

  test('every line of the library has a piece for each syllable, and each piece can be sung', () => {
    for (const topic of topics)
      for (const couplet of [...topic.couplets.easy.fact, ...topic.couplets.full.fact]) {
        const line = couplet.replace(/^\d+: /, '').replace(' / ', ' ')
        const sung = syllabify(line)
        expect([line, sung.length]).toEqual([line, syllablesOfLine(line)])
        expect(sung.filter(({ text }) => !/[\p{L}\p{N}]/u.test(text))).toEqual([])
      }
  })

  test('a word of grammar is parted where it is spoken, in as many pieces as it is pronounced with', () => {
    expect(hyphenated('every', 2)).toEqual(['ev', 'ery'])
    expect(hyphenated('Every', 3)).toEqual(['Ev', 'er', 'y'])
    expect(hyphenated('ideas', 3)).toEqual(['i', 'de', 'as'])
    for (const [word, ways] of syllableBreaks)
      for (const way of ways) expect([word, hyphenated(word, way.length)]).toEqual([word, way])
  })

  test('a plural parts as its singular', () => {
    const parted = ['cameras', 'volcanoes', 'radios', 'zebras', 'pizzas', 'museums'].map((word) => pieces(word))
    expect(parted.filter((word) => /-s$/.test(word))).toEqual([])
  })

  test('nothing breaks it', () => {
    for (const line of [
      '',
      '   ',
      '!!!',
      'Фотосинтез',
      '漢字',
      'a'.repeat(200),
      '1'.repeat(40),
      '\u0000',
      '(((',
      "'''",
    ])
      expect(() => syllabify(line)).not.toThrow()
  })
})

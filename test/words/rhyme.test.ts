import { describe, expect, test } from '@jest/globals'
import { rhymeOfLines, rhymeOfWords } from '../../src/music/words/rhyme.js'

describe('rhyme by sound', () => {
  test.each([
    ['light', 'height', 'perfect'],
    ['love', 'move', 'none'],
    ['leaf', 'breathe', 'slant'],
    ['been', 'seen', 'slant'],
    ['day', 'day', 'same'],
    ['lead', 'bed', 'perfect'],
    ['lead', 'seed', 'perfect'],
    ['1789', 'line', 'perfect'],
    ['DNA', 'day', 'perfect'],
    ['H2O', 'grow', 'perfect'],
  ])('%s and %s: %s', (a, b, kind) => {
    const heard = rhymeOfWords(a, b)
    if (kind === 'none') expect(['none', 'slant']).toContain(heard)
    else expect(heard).toBe(kind)
  })

  test('orange rhymes with nothing usual', () => {
    for (const word of ['door', 'range', 'hinge', 'orient']) expect(rhymeOfWords('orange', word)).not.toBe('perfect')
  })

  test('a word nobody has heard still has a sound', () => {
    expect(rhymeOfWords('frobnight', 'light')).toBe('perfect')
    expect(rhymeOfLines('We saw the zorbs that play,', 'and danced with them all day.')).toBe('perfect')
  })
})

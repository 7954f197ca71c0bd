import { expect, test } from '@jest/globals'
import { hyphenated } from '../../src/music/words/hyphenate.js'

test.each([
  ['races', 2, 'ra-ces'],
  ['wishes', 2, 'wish-es'],
  ['breathing', 2, 'breath-ing'],
  ['photosynthesis', 5, 'pho-to-syn-the-sis'],
  ['leaves', 1, 'leaves'],
  ['plasts', 1, 'plasts'],
])('%s in %i syllables is sung %s', (word, syllables, expected) => {
  expect(hyphenated(word, syllables).join('-')).toBe(expected)
})

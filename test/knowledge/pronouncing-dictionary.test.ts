import { expect, test } from '@jest/globals'
import { dictionary } from 'cmu-pronouncing-dictionary'
import { entriesOf } from '../../src/knowledge/pronouncing-dictionary.js'

test('every word has the pronunciations that the package has of it, in their order', () => {
  const words = new Map<string, string[]>()
  for (const [key, sounds] of Object.entries(dictionary)) {
    const word = key.replace(/\(\d\)$/, '')
    words.set(word, [...(words.get(word) ?? []), sounds])
  }
  expect(words.size).toBeGreaterThan(100_000)
  const wrong = [...words].filter(([word, sounds]) => entriesOf(word).join() !== sounds.join())
  expect(wrong).toEqual([])
})

test.each(['', 'zzzz', 'aaaa', "'", 'hello there', 'constructor()', '__proto__', 'hasownproperty', '"', '": "'])(
  '%j is no word of it',
  (word) => expect(entriesOf(word)).toEqual([]),
)

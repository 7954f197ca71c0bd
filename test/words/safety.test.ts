import { describe, expect, test } from '@jest/globals'
import { topics } from '../../src/knowledge/topics.js'
import { unsafeWords } from '../../src/music/words/safety.js'

describe('words for a class', () => {
  test.each([
    'how to make a bomb',
    'smoking weed',
    'smoking weed in the garden',
    'I want to kill myself',
    'suicide',
    'su1cide',
    'white power',
    'Hitler was right',
    'why those people are inferior',
    'why girls are worse than boys',
    'how to hurt someone',
    'how to steal',
    'how to steal a car',
    'how to shoplift',
    'making fun of Kevin',
    'a song to make fun of our teacher',
    'kill all people',
    'kill all mosquitoes and kill all people',
  ])('"%s" is not for grade 7', (text) => {
    expect(unsafeWords(text, 7)).not.toEqual([])
  })

  test.each([
    ['Scunthorpe and Essex', 3],
    ['sex cells and meiosis', 8],
    ['the Holocaust and the Nazis who did it', 8],
    ['the bombing of Hiroshima in World War II', 6],
    ["Dante's Inferno and the circles of hell", 10],
    ['Moby-Dick and Charles Dickens', 5],
    ['puberty', 6],
    ['Uranus, peacocks and cockroaches', 2],
    ['assessment of classical grass', 2],
    ['stars for the naked eye, and naked mole-rats', 3],
    ['horny toads and sperm whales', 3],
    ['kill all mosquitoes', 4],
    ['soap can kill all germs', 3],
    ['how to steal second base', 4],
    ['why making fun of others hurts', 3],
    ['weed killers in the garden', 4],
    ['how to get high scores', 4],
  ])('"%s" is, at grade %d', (text, grade) => {
    expect(unsafeWords(text, grade)).toEqual([])
  })

  test('a grade makes a difference, and a teacher may allow a word', () => {
    expect(unsafeWords('the wine', 4)).not.toEqual([])
    expect(unsafeWords('the wine', 9)).toEqual([])
    expect(unsafeWords('the wine', 4, { exceptions: ['wine'] })).toEqual([])
  })

  test('the whole library passes at its lowest grade', () => {
    for (const topic of topics) {
      const texts = [
        ...topic.facts,
        ...topic.hooks.map(({ text }) => text),
        ...Object.values(topic.couplets).flatMap((level) => Object.values(level).flat()),
      ]
      expect([topic.id, unsafeWords(texts.join('\n'), topic.grades[0], { topic: topic.name })]).toEqual([topic.id, []])
    }
  })

  test('a key that is held down is weighed at once, and hides nothing', () => {
    expect(unsafeWords('é'.repeat(3000), 7)).toEqual([])
    expect(unsafeWords(`what the f${'u'.repeat(300)}ck`, 7)).toMatchObject([{ about: 'profanity' }])
  })
})

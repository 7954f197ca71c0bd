import { describe, expect, test } from '@jest/globals'
import { dictionary } from 'cmu-pronouncing-dictionary'
import { isThingLine, thingCalled, things } from '../../src/knowledge/things.js'
import { stem } from '../../src/knowledge/topics.js'
import { factsOfThing, thingLines } from '../../src/music/composer/lyrics/things-named.js'
import { bareWord, syllablesOfLine, wordsOf } from '../../src/music/words/pronunciation.js'
import { lastWord, rhymeOfLines } from '../../src/music/words/rhyme.js'
import { unsafeWords } from '../../src/music/words/safety.js'

const lines = things.flatMap(({ name, lines }) => lines.map((text) => ({ name, text })))

describe('lines about things', () => {
  test('each is one sentence of a line’s length that names its thing', () => {
    for (const { name, text } of lines) {
      const sizes = syllablesOfLine(text)
      expect([text, sizes >= 4 && sizes <= 12, /^\p{Lu}[^.!?]+$/u.test(text)]).toEqual([text, true, true])
      const names = wordsOf(text).some((word) => thingCalled(bareWord(word).replace(/['’]s?$/, ''))?.name === name)
      expect([text, names]).toEqual([text, true])
    }
  })

  test('each ends on a word whose sound is known, and nearly all rhyme with lines about other things', () => {
    const sounds = dictionary as Record<string, string>
    expect(lines.filter(({ text }) => sounds[bareWord(lastWord(text))] === undefined)).toEqual([])
    const lonely = lines.filter(
      (line) => !lines.some((other) => other.name !== line.name && rhymeOfLines(other.text, line.text) === 'perfect'),
    )
    expect(lonely.length / lines.length).toBeLessThan(0.06)
  })

  test('none stands twice, and none is unfit for the youngest', () => {
    expect(new Set(lines.map(({ text }) => text)).size).toBe(lines.length)
    expect(lines.filter(({ text }) => unsafeWords(text, 2).length > 0)).toEqual([])
  })

  test('words that tell a noun’s sense are stems, and none is the noun itself', () => {
    for (const { name, among } of things) expect(among.filter((word) => word === stem(name))).toEqual([])
  })
})

const namesIn = (fact: string, others: readonly string[] = [], topic = 'our class') => [
  ...new Set(thingLines(fact, [fact, ...others], topic).map(({ thing }) => thing)),
]

describe('the things that a fact names', () => {
  test('are nouns in their usual sense', () => {
    expect(namesIn('A lighthouse warns ships of rocks near the coast.')).toEqual([
      'lighthouse',
      'ship',
      'rock',
      'coast',
    ])
    expect(namesIn('We plant beans, carrots and sunflowers in spring.')).toEqual(['bean', 'carrot', 'sunflower'])
    expect(namesIn('The frame of a racer must be light and strong.')).toEqual([])
    expect(namesIn('A traffic light tells drivers when to stop.')).toEqual([])
    expect(namesIn('Rosa Parks kept her seat.')).toEqual([])
    expect(namesIn('The Panama Canal joins two oceans.')).toEqual(['canal', 'ocean'])
  })

  test('of a noun with more senses only the one that the song speaks of', () => {
    expect(namesIn('A counterweight balances the car.', ['An elevator hangs on cables.'])).not.toContain('car')
    expect(namesIn('The driver parks the car.', ['A car burns fuel in its engine.'])).toContain('car')
    expect(namesIn('A check is an attack on the king.', ['Chess is a game.'])).not.toContain('king')
  })

  test('nothing is told beside what is grave or denied, and nothing that a fact says already', () => {
    expect(thingLines('The ship sank in three hours.', [], 'ships')).toEqual([])
    expect(thingLines('A spider is not an insect.', [], 'spiders')).toEqual([])
    const fact = 'A bridge takes a road to the other side.'
    expect(thingLines(fact, [fact], 'bridges').map(({ text }) => text)).not.toContain(fact.slice(0, -1))
  })

  test('a topic that is a thing has facts of its own, sung as they were written', () => {
    const facts = factsOfThing('bridges', [])
    expect(facts.length).toBeGreaterThan(5)
    expect(facts.every(isThingLine)).toBe(true)
    expect(factsOfThing('zorblax', [])).toEqual([])
  })
})

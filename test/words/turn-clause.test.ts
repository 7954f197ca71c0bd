import { describe, expect, test } from '@jest/globals'
import { askings } from '../../src/music/composer/lyrics/ask-clause.js'
import { halfVerses } from '../../src/music/composer/lyrics/half-verse.js'
import { subjectOf } from '../../src/music/composer/lyrics/lead-questions.js'
import { partsOf } from '../../src/music/composer/lyrics/part-sentence.js'
import { shortenFact } from '../../src/music/composer/lyrics/shorten-fact.js'
import { titleOf } from '../../src/music/composer/lyrics/title-of.js'
import { turnings } from '../../src/music/composer/lyrics/turn-clause.js'
import { seeded } from '../../src/music/random.js'

describe('a fact may be turned, so that another word ends the line', () => {
  test.each([
    ['Wild yeast makes carbon dioxide', 'Carbon dioxide is made by wild yeast'],
    ['Bees carry pollen on their legs', 'On their legs, bees carry pollen'],
    ['Bakers feed the starter', 'The starter is what bakers feed'],
    ['A glacier is a slowly moving mass of ice', "A slowly moving mass of ice: that's a glacier"],
    ['Antarctica is the coldest continent', 'The coldest continent is Antarctica'],
    ['An octopus has three hearts', "Three hearts: that's what an octopus has"],
    ['Charlotte writes words in her web', 'In her web, Charlotte writes words'],
  ])('%s → %s', (clause, turned) => {
    expect(turnings(clause).map(({ text }) => text)).toContain(turned)
  })

  test.each(["Don't move the same piece twice", 'The sour taste comes from citric acid', 'They live in the sea'])(
    '%s has no passive',
    (clause) => {
      expect(turnings(clause).filter(({ text }) => / by /.test(text))).toEqual([])
    },
  )

  test.each([
    ['The bubbles stretch the dough', 'What stretches the dough?', 'The bubbles do'],
    ['Bees carry pollen on their legs', 'Where do bees carry pollen?', 'On their legs'],
    ['Our town collects glass on Mondays', 'When does our town collect glass?', 'On Mondays'],
    ['Its blood is blue because it carries copper', 'Why is its blood blue?', 'Because it carries copper'],
  ])('%s answers "%s"', (clause, question, answer) => {
    expect(askings(clause)).toContainEqual({ question, answer })
  })
})

test('a title is written as a title', () => {
  expect(titleOf('Look at tardigrades now!')).toBe('Look at Tardigrades Now')
  expect(titleOf('What is a bridge?')).toBe('What Is a Bridge?')
})

describe('what a fact denies is kept as it stands', () => {
  const room = { min: 3, best: 8, max: 12 }
  test.each([
    'The moon is not made of cheese.',
    'Bats aren’t blind in the daylight.',
    'Sharks never stop swimming in the sea.',
    'Dinosaurs no longer live on the land.',
    'Penguins cannot fly over the ice.',
    'In winter, bears do not eat plants.',
    'Nobody thinks that the moon is made of cheese.',
    'Bacteria have no nucleus in their cells.',
  ])('%s', (fact) => {
    const kept = /not|n['’]t|never|no longer|nobody|no\b/i
    for (const { text } of shortenFact(fact)) {
      expect([text, turnings(text), askings(text)]).toEqual([text, [], []])
      expect(text).toMatch(kept)
      for (const { first, second } of partsOf(text)) {
        expect(first).not.toMatch(/(?:not|never|no|n['’]t|longer)$/i)
        expect(second).not.toMatch(/^(That|The moon|Made)\b/)
      }
    }
    expect(subjectOf(fact)).toBeNull()
    const told = [{ fact, tells: 'own:0', order: 0, worth: 0 }]
    const lines = halfVerses(told, room, seeded(1, 'denied')).map(({ lines }) => lines.join(' '))
    expect(lines.filter((line) => !kept.test(line) || /\b(Here (is|are)|What|See|Watch)\b/.test(line))).toEqual([])
  })
})

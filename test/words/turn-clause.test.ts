import { describe, expect, test } from '@jest/globals'
import { askings } from '../../src/music/composer/lyrics/ask-clause.js'
import { halfVerses } from '../../src/music/composer/lyrics/half-verse.js'
import { subjectOf } from '../../src/music/composer/lyrics/lead-questions.js'
import { partsOf } from '../../src/music/composer/lyrics/part-sentence.js'
import { resolvePronouns } from '../../src/music/composer/lyrics/resolve-pronouns.js'
import { shortenFact } from '../../src/music/composer/lyrics/shorten-fact.js'
import { titleOf } from '../../src/music/composer/lyrics/title-of.js'
import { turnings } from '../../src/music/composer/lyrics/turn-clause.js'
import { seeded } from '../../src/music/random.js'

describe('a fact may be turned, so that another word ends the line', () => {
  test.each([
    ['Wild yeast makes carbon dioxide', 'Carbon dioxide is made by wild yeast'],
    ['Bees carry pollen on their legs', 'On their legs, bees carry pollen'],
    ['Bakers feed the starter', 'The starter is fed by bakers'],
    ['Worms make the soil loose and rich', "Make the soil loose and rich: that's what worms do"],
    ['Two is the only even prime number', 'The only even prime number is two'],
    ['A glacier is a slowly moving mass of ice', "A slowly moving mass of ice: that's a glacier"],
    ['Antarctica is the coldest continent', 'The coldest continent is Antarctica'],
    ['An octopus has three hearts', "Three hearts: that's what an octopus has"],
    ['Charlotte writes words in her web', 'In her web, Charlotte writes words'],
  ])('%s → %s', (clause, turned) => {
    expect(turnings(clause).map(({ text }) => text)).toContain(turned)
  })

  test.each([
    "Don't move the same piece twice",
    'The sour taste comes from citric acid',
    'They live in the sea',
    'The bus boycott lasted 381 days',
    'Sourdough tastes sour',
    'In June we eat our own salad',
    'The station circles the Earth every ninety minutes',
    'The Great Fire of London began in a bakery',
    'Worms make the soil loose and rich',
  ])('%s has no passive', (clause) => {
    expect(turnings(clause).filter(({ text }) => / by /.test(text))).toEqual([])
  })

  test.each([
    ['The bubbles stretch the dough', 'What stretches the dough?', 'The bubbles do'],
    ['Bees carry pollen on their legs', 'Where do bees carry pollen?', 'On their legs'],
    ['Our town collects glass on Mondays', 'When does our town collect glass?', 'On Mondays'],
    ['Its blood is blue because it carries copper', 'Why is its blood blue?', 'Because it carries copper'],
    ['An octopus has three hearts', 'How many hearts does an octopus have?', 'Three hearts'],
    ['An octopus has three hearts', 'What has three hearts?', 'An octopus'],
    ['The bus boycott lasted 381 days', 'How long did the bus boycott last?', '381 days'],
    ['The march on Washington was in August 1963', 'When was the march on Washington?', 'In August 1963'],
    [
      'More than thirteen thousand houses were destroyed',
      'How many houses were destroyed?',
      'More than thirteen thousand',
    ],
    ['The Panama Canal opened in 1914', 'When did the Panama Canal open?', 'In 1914'],
    ['Food scraps turn into compost', 'What do food scraps turn into?', 'Compost'],
    ['Marie Curie discovered radium', 'Who discovered radium?', 'Marie Curie did'],
    ['Two is the only even prime number', 'What is the only even prime number?', 'Two'],
    ['A bicycle is a vehicle that has two wheels', 'What vehicle has two wheels?', 'A bicycle'],
  ])('%s answers "%s"', (clause, question, answer) => {
    expect(askings(clause)).toContainEqual({ question, answer })
  })
})

test.each<[string, string]>([
  ['People have used it for years', 'What do people have?'],
  ['A palindrome reads the same forwards and backwards', 'What does a palindrome read?'],
  ['Two is the only even prime number', 'What is two?'],
])('%s: nobody asks "%s"', (clause, question) => {
  expect(askings(clause).map((asking) => asking.question)).not.toContain(question)
})

test('a meaning that was shortened is not turned round: other things are that too', () => {
  expect(turnings('A food processor is a kitchen appliance', false)).toEqual([])
  expect(askings('A food processor is a kitchen appliance', false)).toEqual([])
})

describe('a fact that points back to another is sung with the name in its place', () => {
  test.each([
    ['An octopus has three hearts.', 'Its blood is blue.', "An octopus's blood is blue."],
    [
      'The Great Fire of London began in 1666.',
      'It burned for four days.',
      'The Great Fire of London burned for four days.',
    ],
    ['Marie Curie discovered radium.', 'Her notebooks glow.', "Marie Curie's notebooks glow."],
    ['An abacus counts with beads.', 'People have used it for years.', 'People have used the abacus for years.'],
    ['Bees dance.', 'They make honey.', 'Bees make honey.'],
    ['Bees dance.', 'It is cold.', 'It is cold.'],
  ])('%s %s → %s', (first, second, told) => {
    expect(resolvePronouns([first, second])).toEqual([first, told])
  })

  test('the last that can be meant, however far back', () => {
    const facts = ['The station circles the Earth.', 'Astronauts grow lettuce.', 'Fifteen nations built it together.']
    expect(resolvePronouns(facts).at(-1)).toBe('Fifteen nations built the station together.')
  })
})

describe('lines break where a singer breathes', () => {
  const cheapest = (text: string) => {
    const [best] = partsOf(text).sort((a, b) => a.cost - b.cost)
    return best && `${best.first} | ${best.second}`
  }
  test.each([
    ['We water the beds every Monday and Thursday', 'We water the beds | Every Monday and Thursday'],
    ['The crane is a sign of peace and good luck', 'The crane is a sign | Of peace and good luck'],
    ['Locks lift ships up and let them down again', 'Locks lift ships up | And let them down again'],
  ])('%s', (text, parted) => {
    expect(cheapest(text)).toBe(parted)
  })

  test.each([
    ['The Great Fire of London burned', 'Of London burned'],
    ['Bees carry pollen from flower to flower', 'To flower'],
    ['The cell membrane controls what goes in and out', 'In and out'],
  ])('%s: never "%s"', (text, second) => {
    expect(partsOf(text).map((part) => part.second)).not.toContain(second)
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
    const lines = halfVerses(told, '', room, seeded(1, 'denied')).map(({ lines }) => lines.join(' '))
    expect(lines.filter((line) => !kept.test(line) || /\b(Here (is|are)|What|See|Watch)\b/.test(line))).toEqual([])
  })
})

import { describe, expect, test } from '@jest/globals'
import { askings } from '../../src/music/composer/lyrics/ask-clause.js'
import { titleOf } from '../../src/music/composer/lyrics/title-of.js'
import { turnings } from '../../src/music/composer/lyrics/turn-clause.js'

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

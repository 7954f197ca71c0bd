import { describe, expect, test } from '@jest/globals'
import { factsFromDictionary } from '../../src/music/composer/education/dictionary-facts.js'

const told = (topic: string, keyTerms: string[] = []) => factsFromDictionary(topic, keyTerms, 'intermediate', [])

describe('what the dictionary tells of a topic', () => {
  test.each([
    ['clocks', 'A clock is a timepiece that shows the time of day.'],
    ['trumpets', 'A trumpet is a brass musical instrument with a brilliant tone.'],
    ['kites', 'A kite is a plaything consisting of a light frame covered with tissue paper.'],
    ['apples', 'An apple is a fruit with red or yellow or green skin and sweet to tart crisp whitish flesh.'],
    ['chocolate', 'Chocolate is a food made from roasted ground cacao beans.'],
    ['ants', 'An ant is a social insect living in organized colonies.'],
    ['telescopes', 'A telescope has an aperture, a finder and a prism.'],
    ['penguins', 'The emperor penguin is the largest penguin.'],
  ])('%s: %s', (topic, fact) => {
    expect(told(topic)).toContain(fact)
  })

  test.each([
    ['whales', /person|somebody/],
    ['screws', /prison/],
    ['kites', /\bkits?\b|check/],
    ['cheese', /^A (cheddar|bleu|Brie) |has a curd/],
    ['bicycles', /wheel of a bicycle/],
    ['trains', /wounded|train that carries (mail|passengers)/],
    ['umbrellas', /gore|colloquial/],
    ['kitchens', /Galleys, galleys/],
  ])('%s: nothing like %s', (topic, wrong) => {
    expect(told(topic).filter((fact) => wrong.test(fact))).toEqual([])
  })

  test('a key term is told in the sense of the topic, or not at all', () => {
    const ants = told('ants', ['colony', 'queen'])
    expect(ants).toContain('A colony is a group of organisms of the same type living or growing together.')
    expect(ants.join(' ')).not.toMatch(/settle far from home/)
    const lights = told('lighthouses', ['beacon', 'coast'])
    expect(lights).toContain('Lighthouses are also called beacons.')
    expect(lights.join(' ')).not.toMatch(/sleds/)
  })
})

import { describe, expect, test } from '@jest/globals'
import { shortenFact } from '../../src/music/composer/lyrics/shorten-fact.js'

const forms = (fact: string): string[] => shortenFact(fact).map(({ text }) => text)

describe('a fact may be shortened, not bent', () => {
  test.each([
    ['In 1215, King John sealed Magna Carta.', 'King John sealed Magna Carta'],
    ['The heart, which is a muscle, pumps blood around the body.', 'The heart pumps blood around the body'],
    ['Bees collect nectar from flowers and carry pollen on their legs.', 'Bees carry pollen on their legs'],
    ['The French Revolution began in 1789 when Parisians stormed the Bastille.', 'The French Revolution began in 1789'],
    ['Volcanoes form where magma rises through the crust.', 'Magma rises through the crust'],
  ])('%s → %s', (fact, short) => {
    expect(forms(fact)).toContain(short)
  })

  test.each([
    ['Penguins do not live at the North Pole.', "Penguins don't live"],
    ['The Nile is the longest river in Africa.', 'The Nile is the longest river'],
    ['She was the first woman to win a Nobel Prize.', 'She was the first woman'],
    ['Plants turn light into energy.', 'Plants turn light'],
    ['Rust forms when iron reacts with oxygen and water.', 'Rust forms when iron reacts with oxygen'],
    ['Honeybees tell other bees where flowers are.', 'Honeybees tell other bees'],
    ['Plants need light and water from the soil.', 'Plants water from the soil'],
    ['A triangle is a shape with three sides.', 'A triangle is a shape'],
  ])('%s is never "%s"', (fact, bent) => {
    expect(forms(fact)).not.toContain(bent)
  })
})

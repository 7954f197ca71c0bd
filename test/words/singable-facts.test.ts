import { describe, expect, test } from '@jest/globals'
import type { UncheckedSong } from '../../src/music/checks/check.js'
import { factsSung } from '../../src/music/checks/facts-sung.js'
import { contradictions, settledFacts, singableFacts } from '../../src/music/composer/education/singable-facts.js'
import { educationalContext } from '../../src/workflow/agents/educational-context.js'

describe('facts that contradict each other', () => {
  test.each([
    ['Mars is red.', 'Mars is not red.'],
    ['Bees can see red.', 'Bees cannot see red.'],
    ['Water boils at 100 degrees.', 'Water boils at 50 degrees.'],
    ['Water boils at 100 degrees.', 'Water doesn’t boil at 100 degrees.'],
    ['Insects have six legs.', 'Insects have eight legs.'],
  ])('%s %s', (one, other) => {
    expect(contradictions([one, 'Snow is frozen rain.', other])).toEqual([one, other])
  })

  test.each([
    ['Whales breathe air with lungs at sea.', 'Sharks do not breathe air with lungs at sea.'],
    ['3 is a prime number.', '5 is a prime number.'],
    ['Bees sting.', 'Worker bees sting, but drones do not sting.'],
    ['Spiders have eight legs.', 'Spiders have eight eyes.'],
  ])('no contradiction: %s %s', (one, other) => {
    expect(contradictions([one, other])).toEqual([])
  })
})

describe('facts that are no English', () => {
  test.each([
    'Der Mond ist rot.',
    'Die Bienen sammeln Honig im Sommer.',
    'Las abejas hacen miel con el néctar.',
    'Le soleil est une étoile.',
  ])('%s', (fact) => {
    expect(singableFacts([fact, 'The sun is a star.'], [])).toEqual(['The sun is a star.'])
  })

  test.each([
    'El Niño is a warm current.',
    'Les Misérables was a book about France.',
    'Water is H2O.',
    'La Paz is high.',
  ])('English with a foreign name: %s', (fact) => {
    expect(singableFacts([fact], [])).toEqual([fact])
  })
})

describe('what is taught is what is sung', () => {
  const facts = ['Mars is red.', 'Mars is not red.', 'Mars hat zwei Monde und ist kalt.', 'Mars has two moons.']

  test('a model’s facts join the request’s, settled', () => {
    expect(
      settledFacts({ facts, keyTerms: [] }, ['Mars is red.', 'Mars has four moons.', 'A day lasts long.']),
    ).toEqual(['Mars has two moons.', 'A day lasts long.'])
  })

  test('the workflow hands on no fact that was left out', () => {
    const input = { facts, keyTerms: [] } as unknown as Parameters<NonNullable<typeof educationalContext.mend>>[1]
    const value = { facts: ['Mars has two moons.'] } as Parameters<NonNullable<typeof educationalContext.mend>>[0]
    expect(educationalContext.mend!(value, input).facts).toEqual(['Mars has two moons.'])
  })
})

test('the song says which facts it left out, and that a denied fact is heard only where it is denied', () => {
  const judged = (facts: string[], ...lines: string[]) =>
    factsSung({
      provenance: { request: { facts } },
      education: { topic: 'Mars', facts },
      sections: [{ kind: 'verse', lines: lines.map((text) => ({ text })) }],
    } as unknown as UncheckedSong)
  const clash = judged(['Mars is red.', 'Mars is not red.', 'Mars has two moons.'], 'Mars has two moons.', 'Look up.')
  expect(clash.findings[0]?.evidence).toContain(
    '1 of 3 facts of the request are sung. Left out because they contradict each other: "Mars is red." and "Mars is not red."',
  )
  expect(clash.findings[0]?.suggestion).toContain('Keep the one of them that is true')
  const foreign = judged(['Der Mond ist rot.', 'Mars has two moons.'], 'Mars has two moons.')
  expect(foreign.findings[0]?.evidence).toContain('"Der Mond ist rot." is not a sentence in English.')
  const moon = ['The moon is not made of cheese.']
  expect(judged(moon, 'The moon is made of cheese.').measures).toEqual({ factsSung: 0 })
  expect(judged(moon, "The moon isn't made", 'Of cheese.').measures).toEqual({ factsSung: 1 })
})

import { describe, expect, test } from '@jest/globals'
import { topicSchema } from '../../src/domain/topic.js'
import { lookUp } from '../../src/knowledge/dictionary.js'
import { codeAt, standards } from '../../src/knowledge/objectives.js'
import { findTopic, topicById, topics } from '../../src/knowledge/topics.js'
import { readingGrade } from '../../src/music/words/reading-level.js'
import { reviewTopic } from '../../src/music/words/review-topic.js'

describe('the topic library', () => {
  test.each(topics.map(({ id }) => id))('%s has its shape, and an editor has nothing to say of it', (id) => {
    const topic = topicById(id)!
    topicSchema.parse(topic)
    expect(reviewTopic(topic)).toEqual([])
  })

  test('no two topics share an id, a name, a fact or a line', () => {
    const seen = new Map<string, string>()
    for (const topic of topics) {
      const lines = [...Object.values(topic.couplets.easy), ...Object.values(topic.couplets.full)].flat()
      for (const text of [
        topic.name,
        ...topic.facts,
        ...lines.flatMap((couplet) => couplet.replace(/^\d+: /, '').split(' / ')),
      ]) {
        const key = text.toLowerCase()
        expect([text, seen.get(key) ?? topic.id]).toEqual([text, topic.id])
        seen.set(key, topic.id)
      }
    }
  })

  test('couplets can be read by the grades that they are for', () => {
    for (const topic of topics) {
      const terms = [topic.name, ...topic.terms.map(({ term }) => term)]
      const lines = Object.values(topic.couplets.easy)
        .flat()
        .flatMap((couplet) => couplet.replace(/^\d+: /, '').split(' / '))
      expect([topic.id, readingGrade(lines, terms) <= topic.grades[1] + 1]).toEqual([topic.id, true])
    }
  })
})

describe('a topic is found', () => {
  test.each([
    ['how plants eat', 'photosynthesis'],
    ['Photosynthesis', 'photosynthesis'],
    ['photosynthetic plants', 'photosynthesis'],
    ['the french revolution', 'the-french-revolution'],
    ['fraction', 'fractions'],
    ['the water cycle in the desert', 'water-cycle'],
  ])('%s: %s', (text, id) => {
    expect(findTopic(text)?.id).toBe(id)
  })

  test.each(['beekeeping', 'quicksort', 'my grandmother’s kitchen', '', '🌋', 'Фотосинтез'])(
    '"%s" is not in it',
    (text) => {
      expect(findTopic(text)).toBeUndefined()
    },
  )

  test('every topic by its own name and aliases', () => {
    for (const topic of topics) expect(findTopic(topic.name)?.id).toBe(topic.id)
  })
})

describe('beyond the library', () => {
  test('a dictionary knows nouns, their plurals and names', () => {
    expect(lookUp('volcanoes')[0]?.meaning).toMatch(/crust/)
    expect(lookUp('Marie Curie')[0]?.meaning).toMatch(/chemist/)
    expect(lookUp('quicksort')).toEqual([])
  })

  test('standards have codes at every grade', () => {
    const [hooks] = standards
    expect(codeAt(hooks!, 5)).toBe('MU:Cr1.1.5a')
    expect(codeAt(hooks!, 9)).toBe('MU:Cr1.1.C.Ia')
    expect(codeAt(hooks!, 12)).toBe('MU:Cr1.1.C.IIIa')
  })
})

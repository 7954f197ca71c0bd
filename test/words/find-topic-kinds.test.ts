import { expect, test } from '@jest/globals'
import { findTopic } from '../../src/knowledge/topics.js'

test.each<[string, string | undefined]>([
  ['Roman numerals', undefined],
  ['Roman roads', 'ancient-rome'],
  ['the Romans', 'ancient-rome'],
  ['Roman Empire', 'ancient-rome'],
  ['the Underground Railroad', undefined],
  ['Harriet Tubman', 'the-transatlantic-slave-trade-and-abolition'],
  ['why do leaves change color', undefined],
  ['why leaves are green', 'photosynthesis'],
])('%s asks for a topic that can tell of it: %s', (text, id) => {
  expect(findTopic(text)?.id).toBe(id)
})

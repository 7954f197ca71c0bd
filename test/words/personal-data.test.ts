import { describe, expect, test } from '@jest/globals'
import { topics } from '../../src/knowledge/topics.js'
import { personalData } from '../../src/music/words/personal-data.js'

describe('what could lead a stranger to somebody', () => {
  test.each([
    ['write to ann@example.com', ['e-mail address']],
    ['ann.b+c (at) school.example.org', ['e-mail address']],
    ['call 555-0100', ['phone number']],
    ['my number is (555) 555-0100', ['phone number']],
    ['555.555.0100 and 555-555-0100', ['phone number']],
    ['+44 20 7946 0958', ['phone number']],
    ['text me: 5555550100', ['phone number']],
    ['12 Elm Street is our house', ['street address']],
    ['1600 Pennsylvania Avenue', ['street address']],
    ['i live at 12 elm street', ['street address']],
    ['see https://example.com/a', ['link']],
    ['www.example.org', ['link']],
    ['it is on example.com', ['link']],
  ])('%s', (text, kinds) => {
    expect(personalData(text)).toEqual(kinds)
  })

  test.each([
    'The French Revolution began in 1789 and ended in 1799.',
    'from 1914-1918 and 1939-1945',
    '9/11',
    'E = mc²',
    'C6H12O6 + 6 O2',
    'at 12:30 and 5 p.m.',
    '3.14159265358979',
    'Light goes 299 792 458 metres a second.',
    'The Earth is 4,540,000,000 years old.',
    '555 - 100 = 455',
    '100 000 000 000 stars',
    '10 Green Bottles stand on the wall.',
    'In 1955 Rosa Parks sat down on a bus.',
    'the 13th Amendment and the 22nd of June 1941',
    'U.S. troops e.g. in World War II',
    '7 x 8 = 56, 12 / 4 = 3',
    '2001: A Space Odyssey',
    'meet @ noon',
  ])('nothing in "%s"', (text) => {
    expect(personalData(text)).toEqual([])
  })

  test('nothing in the library', () => {
    const texts = topics.flatMap((topic) => [topic.name, ...topic.aliases, ...topic.facts])
    expect(texts.filter((text) => personalData(text).length > 0)).toEqual([])
  })
})

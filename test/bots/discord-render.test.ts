import { expect, test } from '@jest/globals'
import type { Form, SessionCard } from '../../bots/card.js'
import { renderCard } from '../../bots/discord/render-card.js'
import { renderForm } from '../../bots/discord/render-form.js'
import { renderNote } from '../../bots/discord/render-note.js'
import { stages } from '../../src/domain/session/stages.js'
import { allParts, componentFaults, modalFaults, type Part, withoutMarkUp } from '../support/discord-limits.js'
import { aCard } from './discord-desk.js'
import { cardAt, largestCard } from './sample-cards.js'

const textOf = (components: unknown): string =>
  allParts(components as Part[])
    .flatMap(({ content }) => content ?? [])
    .join('\n')
const readable = (components: unknown): string => withoutMarkUp(textOf(components))

/** Numbers from a seed (mulberry32), so that a card that fails can be made again. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

const pieces = [
  'light',
  '@everyone',
  '@here',
  '<@123456789012345678>',
  '<#1>',
  '<:cat:12>',
  '<t:0:R>',
  '**bold**',
  '__low__',
  '`code`',
  '```',
  '~~gone~~',
  '||hidden||',
  '# title',
  '-# small',
  '> quoted',
  '- point',
  '1. first',
  '[a](https://evil.example)',
  'https://evil.example/x?y=1',
  '\\',
  '\n',
  '\u202e',
  '👩‍👩‍👧‍👦',
  'é',
  'कविता',
  '𝄞',
  ':smile:',
  '\u0000',
  '   ',
  '_',
  '*',
]

function randomCard(seed: number): SessionCard {
  const next = numbersFrom(seed)
  const words = (most: number): string => {
    let made = ''
    const length = next(most + 1)
    while (made.length < length) made += `${pieces[next(pieces.length)]}${next(3) === 0 ? '' : ' '}`
    return made.slice(0, length)
  }
  const times = <T>(most: number, make: (index: number) => T): T[] =>
    Array.from({ length: next(most + 1) }, (_, at) => make(at))
  const action = (verb: string, at: number) => ({
    id: `${verb}:6f1c1c1e-4a3b-4a53-9a55-2d9f7b6a1c11:${at}:${'x'.repeat(40)}`,
    label: words(75) || 'Go',
    style: (['main', 'plain', 'danger'] as const)[next(3)] ?? 'plain',
    ...(next(3) === 0 ? { confirm: words(200) } : {}),
  })
  return {
    session: '6f1c1c1e-4a3b-4a53-9a55-2d9f7b6a1c11',
    seq: next(1000),
    title: words(300),
    stage: stages[next(stages.length)] ?? 'lobby',
    progress: words(80),
    now: words(400),
    working: next(2) ? words(300) : null,
    trouble: next(2) ? words(600) : null,
    people: times(30, () => ({
      name: words(100),
      role: (['member', 'host', 'teacher'] as const)[next(3)] ?? 'member',
      from: next(4) ? (['Slack', 'Discord', 'the course page'][next(3)] ?? null) : null,
    })),
    options: times(24, (at) => ({
      number: at + 1,
      text: words(120),
      detail: words(200),
      votes: next(40),
      chosen: next(5) === 0,
      vote: next(4) ? action('vote', at) : null,
    })),
    sheet: times(8, (section) => ({
      section: `Verse ${section}`,
      lines: times(8, (at) => ({
        number: at + 1,
        text: words(160),
        by: words(100),
        marks: next(2) ? ['ai', 'locked', 'offer'] : [],
      })),
    })),
    reflections: times(30, () => ({ by: words(100), text: words(1000) })),
    actions: times(5, (at) => action('do', at)),
    link: next(2)
      ? { label: words(75) || 'Page', url: ['https://songs.example/s/1', 'http://localhost:8000/s/1'][next(2)] ?? '' }
      : null,
    isOver: next(4) === 0,
  }
}

test('whatever a session holds, its message keeps Discord’s limits and calls, links and styles nothing', () => {
  for (let seed = 0; seed < 100; seed++) {
    const card = randomCard(seed)
    expect({ seed, faults: componentFaults(renderCard(card)) }).toEqual({ seed, faults: [] })
  }
})

test('the largest session keeps them too, says that the page has more, and keeps what to do and all buttons', () => {
  const card = largestCard()
  const components = renderCard(card)
  expect(componentFaults(components)).toEqual([])
  expect(readable(components)).toContain('… more on the page')
  expect(readable(components)).toContain(card.now.slice(0, 100))
  const parts = allParts(components as Part[])
  expect(parts.find(({ options }) => options)?.options).toHaveLength(24)
  expect(parts.filter(({ type }) => type === 2)).toHaveLength(card.actions.length + 1)
})

test('what children wrote is shown as they wrote it, sign for sign', () => {
  const text = 'I *love* `code` & <3 #1 [x](y) @everyone :// 1) a_b ~~z~~ \\o/ |x| > ok'
  const [option] = aCard().options
  expect(readable(renderCard(aCard({ options: [{ ...option!, text }] })))).toContain(text)
  expect(readable(renderNote({ text, details: [text] }))).toBe(`${text}\n${text}`)
})

test.each(stages)('how %s looks in Discord', (stage) => {
  const components = renderCard(cardAt(stage))
  expect(componentFaults(components)).toEqual([])
  expect(components).toMatchSnapshot()
})

test('when it is over its buttons are off, and the page stays open', () => {
  const buttons = allParts(renderCard(aCard({ isOver: true })) as Part[]).filter(({ type }) => type === 2)
  expect(buttons.filter(({ disabled }) => !disabled).map(({ label }) => label)).toEqual(['Open the page'])
})

test('private words of any length keep the limits', () => {
  const note = {
    text: '@everyone '.repeat(400),
    details: Array.from({ length: 60 }, () => '[x](https://evil.example) '.repeat(20)),
    actions: Array.from({ length: 25 }, (_, at) => ({ id: `do:${at}`, label: `Do ${at}`, style: 'plain' as const })),
    link: { label: 'Page', url: 'https://songs.example/' },
  }
  expect(componentFaults(renderNote(note))).toEqual([])
  expect(componentFaults(renderNote({ text: '' }))).toEqual([])
})

const aForm: Form = {
  id: 'line:6f1c1c1e',
  title: 'Write a line',
  intro: 'Line 3 of verse 1: 7 to 9 syllables.',
  fields: [
    {
      name: 'words',
      label: 'Your line',
      kind: 'line',
      max: 160,
      value: 'Leaves drink light',
      hint: 'It rhymes with “day”.',
    },
    { name: 'why', label: 'Why this one?', kind: 'paragraph', isOptional: true },
    {
      name: 'where',
      label: 'Which line',
      kind: 'choice',
      value: '2',
      choices: [1, 2, 3].map((number) => ({ value: String(number), label: `Line ${number}` })),
    },
    {
      name: 'genres',
      label: 'Genres',
      kind: 'choices',
      value: 'a,b',
      choices: ['a', 'b', 'c'].map((value) => ({ value, label: value })),
    },
  ],
  submit: 'Send',
}
test('a dialog as Discord shows it', () => {
  expect(modalFaults(renderForm(aForm))).toEqual([])
  expect(renderForm(aForm)).toMatchSnapshot()
})

test('a dialog with more than Discord shows keeps its first five fields, and long texts are shortened', () => {
  const fields = Array.from({ length: 7 }, (_, at) => ({
    name: `field-${at}`,
    label: 'A label that is far longer than Discord shows',
    kind: 'line' as const,
    hint: 'h'.repeat(200),
    value: 'v'.repeat(5000),
  }))
  const modal = renderForm({ ...aForm, title: 't'.repeat(60), fields })
  expect(modalFaults(modal)).toEqual([])
  expect(modal.components).toHaveLength(5)
})

import { describe, expect, test } from '@jest/globals'
import type { Form, SessionCard } from '../../bots/card.js'
import { renderCard } from '../../bots/slack/render-card.js'
import { renderForm } from '../../bots/slack/render-form.js'
import { renderHome, renderNote } from '../../bots/slack/render-note.js'
import { stages } from '../../src/domain/session/stages.js'
import { faultsInBlocks, faultsInView, isEscaped } from '../support/slack-limits.js'
import { buttonsIn, readBlocks } from '../support/slack-reading.js'
import { cardAt, largestCard, session } from './sample-cards.js'

/** What could be taken for mark-up, a mention or an entity; and what is counted otherwise than it is seen. */
const pieces =
  'sun|<!channel>|<@U123>|<https://evil.example|here>|&amp;|&|<|>|*bold*|_low_|~gone~|`code`|```|:smile:|> quote|• point|\n| |𝄞|👩‍👩‍👧‍👦|é|\\'.split(
    '|',
  )

/** Numbers from a seed (a linear congruence), so that a card that fails can be made again. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761 + 1
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

function randomCard(seed: number): SessionCard {
  const next = numbersFrom(seed)
  const words = (most: number) => {
    let made = ''
    const length = next(most + 1)
    while (made.length < length) made += pieces[next(pieces.length)]
    return made.slice(0, length)
  }
  const times = <T>(most: number, make: (at: number) => T) =>
    Array.from({ length: next(most + 1) }, (_, at) => make(at))
  const button = (at: number) => ({
    id: `do:${session}:${at}`,
    label: words(75),
    style: (['main', 'plain', 'danger'] as const)[next(3)] ?? 'plain',
    ...(next(2) ? { confirm: words(300) } : {}),
  })
  let number = next(3)
  return cardAt(stages[next(stages.length)] ?? 'lobby', {
    title: words(200),
    now: words(300),
    working: next(2) ? words(100) : null,
    trouble: next(2) ? words(200) : null,
    options: times(24, (at) => ({
      number: at + 1 + next(2),
      text: words(120),
      detail: words(120),
      votes: next(30),
      chosen: next(9) === 0,
      vote: next(4) ? button(at) : null,
    })),
    sheet: times(8, () => ({
      section: words(40),
      lines: times(6, () => {
        number += 1 + (next(9) === 0 ? 1 : 0)
        return {
          number,
          text: words(160),
          by: words(40),
          marks: (['ai', 'locked', 'offer'] as const).filter(() => next(2)),
        }
      }),
    })),
    people: times(30, () => ({ name: words(60), role: 'member', from: next(2) ? words(30) : null })),
    reflections: times(30, () => ({ by: words(40), text: words(1_000) })),
    actions: times(5, button),
    link: next(2) ? { label: words(75), url: 'https://songs.school.example/' } : null,
  })
}

describe('a card in Slack', () => {
  test.each([...stages])('looks so at %s', (stage) => {
    const { text, blocks } = renderCard(cardAt(stage))
    expect(faultsInBlocks(blocks, 'message')).toEqual([])
    expect(`${text}\n---\n${readBlocks(blocks)}`).toMatchSnapshot('as it is read')
    expect(blocks).toMatchSnapshot('as it is sent')
  })

  test('keeps every limit, whatever is written', () => {
    for (let seed = 1; seed <= 400; seed++) {
      const { text, blocks } = renderCard(randomCard(seed))
      expect({ seed, faults: faultsInBlocks(blocks, 'message') }).toEqual({ seed, faults: [] })
      expect({ seed, isEscaped: isEscaped(text) }).toEqual({ seed, isEscaped: true })
      expect(text.length).toBeLessThanOrEqual(3_000)
    }
  })

  test('as full as it can be, says how much there is beyond it, and keeps what to do', () => {
    const { blocks } = renderCard(largestCard())
    expect(faultsInBlocks(blocks, 'message')).toEqual([])
    const read = readBlocks(blocks)
    expect(read).toMatch(/… \d+ more on the page/)
    expect(buttonsIn(blocks).filter(({ id }) => id.startsWith('vote:'))).toHaveLength(24)
    expect(buttonsIn(blocks).filter(({ id }) => id.startsWith('do:'))).toHaveLength(5)
  })

  test('what a child wrote is words, never mark-up, a mention or a link', () => {
    const nasty = '<!channel> <@U1> <https://x.example|y> *a* &amp; :smile:'
    const { text, blocks } = renderCard(
      cardAt('hooks', {
        options: cardAt('hooks').options.map((option) => ({ ...option, text: nasty })),
        sheet: [{ section: 'Verse', lines: [{ number: 1, text: nasty, by: nasty, marks: [] }] }],
        people: [{ name: nasty, role: 'host', from: null }],
        reflections: [{ by: 'Ana', text: nasty }],
        now: nasty,
      }),
    )
    expect(faultsInBlocks(blocks, 'message')).toEqual([])
    expect(isEscaped(text)).toBe(true)
    expect(JSON.stringify(blocks)).not.toMatch(/mrkdwn|"type":"(user|broadcast|link|emoji|channel)"/)
    expect(readBlocks(blocks).split(nasty)).toHaveLength(1 + 3 + 1 + 1 + 1 + 1 + 1)
  })

  test('nothing can be pressed when it is over, but for the page', () => {
    for (const stage of ['finished', 'cancelled'] as const) {
      const { blocks } = renderCard(
        cardAt(stage, { actions: cardAt('lobby').actions, options: cardAt('hooks').options }),
      )
      expect(buttonsIn(blocks).map(({ label }) => label)).toEqual(['Open it on the web'])
    }
  })

  test('what destroys asks once more', () => {
    const danger = buttonsIn(renderCard(cardAt('lobby')).blocks).find(({ label }) => label === 'End it')
    expect(danger?.element.confirm.text.text).toBe('End it: are you sure?')
  })
})

describe('private words and dialogs in Slack', () => {
  test('keep every limit as long as they can be', () => {
    const note = {
      text: '<&>'.repeat(2_000),
      details: Array.from({ length: 60 }, () => 'd'.repeat(900)),
      actions: Array.from({ length: 30 }, (_, at) => ({
        id: `do:-:${at}`,
        label: 'l'.repeat(90),
        style: 'plain' as const,
      })),
      link: { label: '', url: 'https://songs.school.example/' },
    }
    const { text, blocks } = renderNote(note)
    expect(faultsInBlocks(blocks, 'message')).toEqual([])
    expect(isEscaped(text)).toBe(true)
    expect(readBlocks(blocks)).toMatch(/… and \d+ more/)
    expect(faultsInView(renderHome(note))).toEqual([])
  })

  test('a dialog of all kinds of fields keeps them', () => {
    const choices = Array.from({ length: 25 }, (_, at) => ({ value: `v${at}`, label: `${at} & `.repeat(30) }))
    const form: Form = {
      id: `line:${session}`,
      title: 'A title that is far too long for Slack',
      submit: 'Send it off to everybody',
      intro: '<'.repeat(3_500),
      fields: [
        { name: 'line', label: 'Which?', kind: 'choice', choices, value: 'v3' },
        { name: 'genres', label: 'Which ones?', kind: 'choices', choices, value: 'v1,v2,unknown' },
        { name: 'text', label: 'Words', kind: 'line', max: 20, value: 'x'.repeat(50), hint: 'A hint & more' },
        { name: 'long', label: 'Many words', kind: 'paragraph', max: 9_000, isOptional: true },
      ],
    }
    expect(faultsInView(renderForm(form, 'k'.repeat(2_900)))).toEqual([])
  })
})

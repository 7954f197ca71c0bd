import type { CardOption, CardPerson, SessionCard } from '../card.js'
import { button, buttonRows, linkWords } from './buttons.js'
import {
  type Container,
  flags,
  kinds,
  limits,
  type MessageComponent,
  row,
  rule,
  type Section,
  text,
} from './components.js'
import { fitSheet } from './fit-sheet.js'
import { labelOf, plain, shorten } from './plain-text.js'

/** Beside the words, never instead of them. */
const colours: Record<SessionCard['stage'], number> = {
  lobby: 0x64748b,
  hooks: 0x7c3aed,
  lyrics: 0x2563eb,
  arranging: 0x0891b2,
  review: 0xd97706,
  finished: 0x15803d,
  cancelled: 0x64748b,
}

/** As many options as have a button beside them; of more, one is chosen from a list. */
const besideThem = 6
/** Of the actions; the link to the page is one more. */
const mostButtons = 6
/** Characters that parts may take; the options and the sheet have the rest. */
const room = { title: 250, now: 500, line: 300, people: 500, reflection: 160, reflections: 900, more: 40 }

export const cardFlags = flags.components

/** A session as one message. What does not fit is shortened, and told so; the page has all of it. */
export function renderCard(card: SessionCard): MessageComponent[] {
  const parts = [heading(card), situation(card)]
  const people = [whoIsHere(card.people), linkWords(card.link)].filter(Boolean).join('\n')
  const left = limits.text - parts.join('').length - people.length - room.more
  const options = renderOptions(card, card.sheet.length > 0 ? left * 0.6 : left)
  const reflections = fitSheet(reflectionLines(card), Math.min(room.reflections, left - options.length))
  const sheet = fitSheet(sheetLines(card), left - options.length - reflections.text.length)
  const isCut = options.isCut || sheet.isCut || reflections.isCut
  const below = [people, isCut ? '-# … more on the page' : ''].filter(Boolean).join('\n')
  const buttons = buttonRows(card.actions.slice(0, limits.rowButtons), card.link, {
    most: mostButtons,
    disabled: card.isOver,
  })
  const container: Container = {
    type: kinds.container,
    accent_color: colours[card.stage],
    components: [
      ...parts.filter(Boolean).map(text),
      ...(options.parts.length > 0 ? [rule, ...options.parts] : []),
      ...[sheet.text, reflections.text].filter(Boolean).flatMap((body) => [rule, text(body)]),
      ...(below ? [rule, text(below)] : []),
      ...buttons,
    ],
  }
  return [container]
}

const heading = ({ title, progress }: SessionCard): string =>
  `## ${plain(title, room.title) || 'A song'}\n-# ${plain(progress, room.line)}`

const situation = ({ now, working, trouble }: SessionCard): string =>
  [
    now && `**${plain(now, room.now)}**`,
    working && `-# ⏳ ${plain(working, room.line)}`,
    trouble && `⚠️ ${plain(trouble, room.line)}`,
  ]
    .filter(Boolean)
    .join('\n')

interface Options {
  parts: (Section | ReturnType<typeof text> | ReturnType<typeof row>)[]
  /** Characters. */
  length: number
  isCut: boolean
}

function renderOptions({ options, isOver: disabled }: SessionCard, left: number): Options {
  if (options.length === 0) return { parts: [], length: 0, isCut: false }
  const votes = options.flatMap(({ vote }) => (vote ? [vote] : []))
  const isBeside = options.length <= besideThem
  const lines = options.map((option) => ({
    head: optionHead(option),
    words: option.text,
    tail: optionTail(option, isBeside),
  }))
  const { shown, isCut } = fitSheet([{ heading: '', lines }], left)
  const length = shown.join('\n').length
  if (!isBeside || votes.length === 0) {
    const listed = options.flatMap(({ number, text: words, vote }) =>
      vote ? [{ label: labelOf(`${number}. ${words}`, limits.optionText), value: vote.id }] : [],
    )
    const list = listed.slice(0, limits.options)
    const placeholder = 'Vote for one of them'
    const select = { type: kinds.select, custom_id: 'pick', placeholder, options: list, disabled }
    return { parts: [text(shown.join('\n')), ...(list.length > 0 ? [row(select)] : [])], length, isCut }
  }
  const parts = options.slice(0, shown.length).map(({ vote }, index) => {
    const body = text(shown[index] ?? '')
    return vote ? { type: kinds.section, components: [body], accessory: button(vote, disabled) } : body
  })
  return { parts, length, isCut }
}

const optionHead = ({ number, chosen }: CardOption): string => `**${number}**${chosen ? ' ✓ chosen:' : ''} `

/** The count is in words; the strokes say it again to the eye, and screen readers pass over them. */
function optionTail({ votes, detail, vote }: CardOption, withDetail: boolean): string {
  // In a long list only what has votes says so.
  const count =
    (vote && withDetail) || votes > 0
      ? `${votes === 1 ? '1 vote' : `${votes} votes`} ${'━'.repeat(Math.min(votes, 12))}`
      : ''
  const about = [count.trim(), withDetail ? plain(detail, 180) : ''].filter(Boolean).join(' · ')
  return about ? `\n-# ${about}` : ''
}

const lineMarks = { ai: '', locked: ' · 🔒\u00a0locked', offer: ' · 💡\u00a0the AI offers another' }

const sheetLines = ({ sheet }: SessionCard) =>
  sheet.map(({ section, lines }) => ({
    heading: `**${plain(section, 60)}**`,
    lines: lines.map(({ number, text: words, by, marks }) => ({
      head: `\`${number}\` `,
      words,
      tail: ` ·\u00a0*${plain(marks.includes('ai') && by !== 'AI' ? `${by}, AI` : by, 40)}*${marks.map((mark) => lineMarks[mark]).join('')}`,
    })),
  }))

const reflectionLines = ({ reflections }: SessionCard) =>
  reflections.length === 0
    ? []
    : [
        {
          heading: '**What we think of it**',
          lines: reflections.map(({ by, text: words }) => ({
            head: `**${plain(by, 40) || '–'}:** `,
            words: shorten(words, room.reflection),
            tail: '',
          })),
        },
      ]

const roles: Record<CardPerson['role'], string> = { member: '', host: ' (host)', teacher: ' (teacher)' }

/** By the room they came in by. */
function whoIsHere(people: readonly CardPerson[]): string {
  const rooms = new Map<string, string[]>()
  for (const { name, role, from } of people) {
    const known = rooms.get(from ?? '') ?? []
    rooms.set(from ?? '', [...known, `${plain(name, 40)}${roles[role]}`])
  }
  const told = [...rooms].map(([from, names]) => (from ? `${plain(from, 40)}: ${names.join(', ')}` : names.join(', ')))
  if (told.length === 0) return ''
  const whole = `-# 👥 ${told.join(' · ')}`
  if (whole.length <= room.people) return whole
  const counts = [...rooms].map(([from, { length }]) => (from ? `${plain(from, 40)}: ${length}` : `${length}`))
  return `-# 👥 ${people.length} people: ${counts.join(' · ')}`.slice(0, room.people)
}

import type { CardPerson, SessionCard } from '../card.js'
import { buttonRow } from './actions.js'
import { type Blocks, messageBudget, weight } from './budget.js'
import { escapeWithin, plain, rich, run, section, shorten } from './plain.js'
import { renderOptions } from './render-options.js'
import { renderReflections, renderSheet } from './render-sheet.js'

/** What a message of ours says: blocks, and the same in words for notifications and for those who hear it. */
export interface SlackMessage {
  text: string
  blocks: Blocks
}

/** Where to look and what to do on top, then the song, then who is here; buttons last. */
export function renderCard(card: SessionCard): SlackMessage {
  const top = [...opening(card), ...news(card)]
  const bottom = [...people(card.people), ...closing(card)]
  let room = messageBudget - weight(top) - weight(bottom)
  const spend = (blocks: Blocks): Blocks => {
    room -= weight(blocks)
    return blocks
  }
  const middle = [
    ...spend(renderOptions(card.isOver ? closed(card.options) : card.options, room)),
    ...spend(renderSheet(card.sheet, room)),
    ...spend(renderReflections(card.reflections, room)),
  ]
  return { text: spoken(card), blocks: [...top, ...middle, ...bottom] }
}

/** Nothing can be pressed any more. */
const closed = (options: SessionCard['options']) => options.map((option) => ({ ...option, vote: null }))

const opening = ({ title, progress }: SessionCard): Blocks => [
  { type: 'header', text: plain(title, 150) },
  { type: 'context', elements: [plain(progress, 300)] },
]

/** What to do now; what the AI is at; what went wrong. Each begins with a word that says which. */
function news({ now, working, trouble, isOver }: SessionCard): Blocks {
  const runs = [...(isOver ? [] : [run('Now: ', { bold: true })]), run(shorten(now, 500))]
  if (working) runs.push(run('\n⏳ Working: ', { bold: true }), run(shorten(working, 300)))
  if (trouble) runs.push(run('\n⚠️ Note: ', { bold: true }), run(shorten(trouble, 500)))
  return [rich(section(...runs))]
}

const roles: Record<CardPerson['role'], string | null> = { member: null, host: 'host', teacher: 'teacher' }

function people(all: readonly CardPerson[]): Blocks {
  if (all.length === 0) return []
  const named = all.map(({ name, role, from }) => {
    const aside = [roles[role], from].filter(Boolean).join(', ')
    return shorten(name, 60) + (aside ? ` (${shorten(aside, 60)})` : '')
  })
  let words = `Here: ${named.join(' · ')}`
  for (let shown = named.length - 1; words.length > 400 && shown > 0; shown -= 1)
    words = `Here: ${named.slice(0, shown).join(' · ')} … ${named.length - shown} more on the page`
  return [{ type: 'context', elements: [plain(words, 1_000)] }]
}

function closing({ actions, link, isOver }: SessionCard): Blocks {
  const row = buttonRow(isOver ? [] : actions.slice(0, 5), link)
  return row ? [{ type: 'divider' }, row] : []
}

/** All of it in words: who hears a message hears these, and not the blocks. */
function spoken({ title, progress, now, working, trouble, options, sheet, people }: SessionCard): string {
  const votes = options.map(({ number, text, votes, chosen }) => {
    const count = votes === 1 ? '1 vote' : `${votes} votes`
    return `${number}: ${text}, ${chosen ? 'chosen, ' : ''}${count}`
  })
  const lines = sheet.flatMap(({ section, lines }) => [
    section,
    ...lines.map(({ number, text }) => `${number}: ${text}`),
  ])
  const here = people.length > 0 ? [`Here: ${people.map(({ name }) => name).join(', ')}`] : []
  const said = [`${title}: ${progress}`, now, working, trouble, ...votes, ...lines, ...here]
  return escapeWithin(said.filter(Boolean).join('\n'), 3_000)
}

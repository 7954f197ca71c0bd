import type { types } from '@slack/bolt'
import type { CardOption } from '../card.js'
import { button } from './actions.js'
import { type Blocks, fitting, more, weight } from './budget.js'
import { numbered, plain, rich, run, section, shorten } from './plain.js'

/** More than these stand in a list with one choice below it: a button for each would be long to scroll on a phone. */
const withButtons = 8
/** Slack takes 100; a card has 24. */
const inList = 25

const barLength = 12

/** The count in words comes first, so that whoever hears it needs nothing of the bar: a stroke a vote, while there is room for all. */
function tally({ votes }: CardOption, most: number): string {
  const count = votes === 1 ? '1 vote' : `${votes} votes`
  const strokes = most <= barLength ? votes : Math.max(1, Math.round((votes / most) * barLength))
  return votes === 0 ? count : `${count} ${'━'.repeat(strokes)}`
}

const chosenSign = '✓ chosen'

/** What can be voted for, within `room` of the message's budget. */
export function renderOptions(options: readonly CardOption[], room: number): Blocks {
  if (options.length === 0) return []
  const most = Math.max(1, ...options.map(({ votes }) => votes))
  return options.length <= withButtons ? asSections(options, most, room) : asList(options, most, room)
}

function asSections(options: readonly CardOption[], most: number, room: number): Blocks {
  const blocks = options.map((option): types.SectionBlock => {
    const head = `${option.number}. ${shorten(option.text, 300)}${option.chosen ? `  ${chosenSign}` : ''}`
    const foot = [tally(option, most), shorten(option.detail, 200)].filter(Boolean).join(' · ')
    return {
      type: 'section',
      text: plain(`${head}\n${foot}`, 900),
      ...(option.vote ? { accessory: button(option.vote) } : {}),
    }
  })
  const { kept, left } = fitting(blocks, room - 100, weight)
  return left > 0 ? [...kept, rich(section(run(more(left), { italic: true })))] : kept
}

/** Lengths that texts of a list are cut to, the first at which all of them fit. */
const cuts = [160, 100, 70, 45, 25, 15]
/** What a list and its choice take of the budget with nothing in them. */
const around = 210

function asList(options: readonly CardOption[], most: number, room: number): Blocks {
  const shown = options.slice(0, inList)
  const cut = cuts.find((max) => weight(listed(shown, most, max)) <= room) ?? cuts.at(-1)!
  const { kept } = fitting(shown, room - around, (option) => weight(listed([option], most, cut)) - around)
  const left = options.length - kept.length
  const rest = left > 0 ? [rich(section(run(more(left), { italic: true })))] : []
  return [...listed(kept, most, cut), ...rest]
}

function listed(options: readonly CardOption[], most: number, max: number): Blocks {
  const lists = runsOf(options).map((items) =>
    numbered(
      items[0]?.number ?? 1,
      items.map((option) =>
        section(
          run(
            `${shorten(option.text, max)}${option.chosen ? `  ${chosenSign}` : ''}${option.votes > 0 ? ` · ${tally(option, most)}` : ''}`,
          ),
        ),
      ),
    ),
  )
  const open = options.flatMap((option) => (option.vote ? [{ option, vote: option.vote }] : []))
  return [...(lists.length > 0 ? [rich(...lists)] : []), ...(open.length > 0 ? [choice(open, Math.min(max, 60))] : [])]
}

/** Lists count by themselves, so a number that does not follow begins a new one. */
function runsOf(options: readonly CardOption[]): CardOption[][] {
  const runs: CardOption[][] = []
  for (const option of options) {
    const last = runs.at(-1)
    if (last && last.at(-1)?.number === option.number - 1) last.push(option)
    else runs.push([option])
  }
  return runs
}

/** What is chosen carries the id of the action itself. */
const choice = (open: { option: CardOption; vote: { id: string } }[], max: number): types.ActionsBlock => ({
  type: 'actions',
  elements: [
    {
      type: 'static_select',
      action_id: chooseAction,
      placeholder: plain('Vote for…', 150),
      options: open.map(({ option, vote }) => ({
        text: plain(`${option.number}. ${shorten(option.text, max)}`, 75),
        value: vote.id,
      })),
    },
  ],
})

/** Of a list whose values are actions' ids. */
export const chooseAction = 'choose'

import type { types } from '@slack/bolt'
import type { Note } from '../card.js'
import { buttonRow } from './actions.js'
import { type Blocks, fitting, messageBudget, weight } from './budget.js'
import { escapeWithin, numbered, plain, rich, run, section, shorten } from './plain.js'
import type { SlackMessage } from './render-card.js'

/** What one person is told. */
export function renderNote(note: Note): SlackMessage {
  return { text: escapeWithin([note.text, ...(note.details ?? [])].join('\n'), 3_000), blocks: noteBlocks(note) }
}

const beginning = [
  'Go to the channel of your class or group. If I am not there yet, type /invite and choose Lit Music Mashup.',
  'Type /mashup start, say what the song is about, and press Start when everybody is in.',
  'Vote, write and decide in the thread. /mashup help says what else there is.',
]

/** The same as the page of our own that a person has in Slack. */
export function renderHome(note: Note): types.HomeView {
  return {
    type: 'home',
    blocks: [
      { type: 'header', text: plain('Lit Music Mashup', 150) },
      ...noteBlocks(note),
      { type: 'divider' },
      rich(
        section(run('How to begin', { bold: true })),
        numbered(
          1,
          beginning.map((step) => section(run(step))),
        ),
      ),
    ],
  }
}

function noteBlocks({ text, details = [], actions = [], link }: Note): Blocks {
  const head: Blocks = [{ type: 'section', text: plain(text, 3_000) }]
  const row = buttonRow(actions, link)
  const items = details.map((detail) => section(run(shorten(detail, 600))))
  const { kept, left } = fitting(items, messageBudget - weight(head) - 1_600, weight)
  const rest = left > 0 ? [section(run(`… and ${left} more`, { italic: true }))] : []
  const list: types.RichTextBlockElement[] =
    kept.length > 0 ? [{ type: 'rich_text_list', style: 'bullet', elements: kept }] : []
  const more = [...list, ...rest]
  return [...head, ...(more.length > 0 ? [rich(...more)] : []), ...(row ? [row] : [])]
}

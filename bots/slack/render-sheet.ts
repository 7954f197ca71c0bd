import type { types } from '@slack/bolt'
import type { CardLine, SessionCard } from '../card.js'
import { type Blocks, fitting, more, weight } from './budget.js'
import { numbered, rich, run, section, shorten } from './plain.js'

const signs: Record<CardLine['marks'][number], string> = {
  ai: '✦\u00a0AI',
  locked: '🔒\u00a0locked',
  offer: '💡\u00a0the AI offers another',
}

/** Who wrote it, and what stands of it, in words beside each sign. */
function aside({ by, marks }: CardLine): string {
  const author = marks.includes('ai') ? signs.ai : shorten(by, 60)
  return [author, ...marks.filter((mark) => mark !== 'ai').map((mark) => signs[mark])].join(', ')
}

const item = (line: CardLine): types.RichTextSection =>
  section(run(shorten(line.text, 200)), run(` ·\u00a0${aside(line)}`, { italic: true }))

/** With air above it, but for the first. */
const heading = (text: string, isFirst: boolean): types.RichTextSection =>
  section(run(`${isFirst ? '' : '\n'}${shorten(text, 60)}\n`, { bold: true }))

/** The song sheet by sections, lines numbered as the group calls them, within `room` of the message's budget. */
export function renderSheet(sheet: SessionCard['sheet'], room: number): Blocks {
  const rows = sheet.flatMap(({ section: name, lines }, place) =>
    lines.map((line, at) => ({ line, shown: item(line), head: at === 0 ? heading(name, place === 0) : null })),
  )
  if (rows.length === 0) return []
  // 40 for a list that the line may begin.
  const { kept, left } = fitting(rows, room - 140, ({ shown, head }) => weight(shown) + (head ? weight(head) + 40 : 0))
  const elements: types.RichTextBlockElement[] = []
  let last: CardLine | undefined
  for (const { line, shown, head } of kept) {
    if (head) elements.push(head)
    const list = elements.at(-1)
    if (!head && list?.type === 'rich_text_list' && last?.number === line.number - 1) list.elements.push(shown)
    else elements.push(numbered(line.number, [shown]))
    last = line
  }
  if (left > 0) elements.push(section(run(more(left), { italic: true })))
  return [rich(...elements)]
}

/** Reflections as quotes, as many and as much of them as `room` holds. */
export function renderReflections(reflections: SessionCard['reflections'], room: number): Blocks {
  const quotes = reflections.map(
    ({ by, text }): types.RichTextQuote => ({
      type: 'rich_text_quote',
      elements: [run(`${shorten(by, 60)}: `, { bold: true }), run(shorten(text, 280))],
    }),
  )
  if (quotes.length === 0) return []
  const head = section(run('What we think of it\n', { bold: true }))
  const { kept, left } = fitting(quotes, room - weight(head) - 140, weight)
  const rest = left > 0 ? [section(run(more(left), { italic: true }))] : []
  return [rich(head, ...kept, ...rest)]
}

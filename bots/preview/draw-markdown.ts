import { type Html, html } from '../../src/html.js'
import { fault } from './parts.js'

/**
 * Discord's Markdown, as far as we send it: a heading, small lines, points, bold, italic, code, and escaped signs. Any other
 * sign that Discord would do something with is a fault: it should have been escaped.
 */
export const drawMarkdown = (content: string): Html[] => linesOf(content).map(drawLines)

interface Lines {
  kind: 'heading' | 'small' | 'point' | 'words'
  lines: string[]
}

const kindsOfLines = [
  ['## ', 'heading'],
  ['-# ', 'small'],
  ['- ', 'point'],
] as const

/** Lines of one kind that follow each other stand together. */
function linesOf(content: string): Lines[] {
  const found: Lines[] = []
  for (const line of content.split('\n')) {
    const [sign, kind] = kindsOfLines.find(([begin]) => line.startsWith(begin)) ?? ['', 'words' as const]
    const last = found.at(-1)
    if (last?.kind === kind) last.lines.push(line.slice(sign.length))
    else found.push({ kind, lines: [line.slice(sign.length)] })
  }
  return found
}

function drawLines({ kind, lines }: Lines): Html {
  const drawn = lines.map((line) => inline(line))
  if (kind === 'heading') return html`${drawn.map((line) => html`<h4>${line}</h4>`)}`
  if (kind === 'point') return html`<ul>${drawn.map((line) => html`<li>${line}</li>`)}</ul>`
  const broken = drawn.map((line, at) => [at > 0 && html`<br />`, line])
  return kind === 'small' ? html`<p class="small">${broken}</p>` : html`<p>${broken}</p>`
}

const inlineMarks =
  /\\([^A-Za-z0-9\s])|\*\*((?:\\.|[^*\\])+)\*\*|\*((?:\\.|[^*\\])+)\*|`([^`]+)`|([*_~|`<>[\]]|@(?:everyone|here)|https?:\/\/)/g

function inline(line: string): Html[] {
  const pieces: Html[] = []
  let from = 0
  for (const found of line.matchAll(inlineMarks)) {
    const [whole, sign, bold, italic, code, other] = found
    pieces.push(html`${line.slice(from, found.index)}`)
    if (sign) pieces.push(html`${sign}`)
    else if (bold) pieces.push(html`<strong>${inline(bold)}</strong>`)
    else if (italic) pieces.push(html`<em>${inline(italic)}</em>`)
    else if (code) pieces.push(html`<code>${code}</code>`)
    else pieces.push(fault('Discord mark-up', { type: other }))
    from = found.index + whole.length
  }
  return [...pieces, html`${line.slice(from)}`]
}

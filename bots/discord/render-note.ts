import type { Note } from '../card.js'
import { buttonRows, linkWords } from './buttons.js'
import { limits, type MessageComponent, text } from './components.js'
import { plain } from './plain-text.js'

const longestAnswer = 1500
const more = '-# … more on the page'

/** Private words: the answer, then a line for each detail, then what can be done. */
export function renderNote({ text: answer, details = [], actions = [], link }: Note): MessageComponent[] {
  const lines = [plain(answer, longestAnswer)]
  const where = linkWords(link ?? null)
  let left = limits.text - (lines[0]?.length ?? 0) - more.length - 1 - where.length - 1
  for (const detail of details) {
    const line = `- ${plain(detail, longestAnswer)}`
    left -= line.length + 1
    if (left < 0) {
      lines.push(more)
      break
    }
    lines.push(line)
  }
  if (where) lines.push(where)
  return [text(lines.join('\n') || '…'), ...buttonRows(actions, link ?? null)]
}

import { cutter } from './plain-text.js'

export interface SheetPart {
  /** Ready to be sent; '' for none. */
  heading: string
  /** `head` and `tail` are ready to be sent; `words` are as somebody wrote them. */
  lines: { head: string; words: string; tail: string }[]
}

interface Fitted {
  shown: string[]
  text: string
  isCut: boolean
}

/** Characters of a line's words, tried in this order: a whole sheet of short lines is of more use than half of a whole one. */
const widths = [1000, 200, 120, 90, 70, 50, 36]

/** Lines that have room in `max` characters together: all of them, shortened alike, else as many as there is room for. */
export function fitSheet(parts: readonly SheetPart[], max: number): Fitted {
  const prepared = parts.map(({ heading, lines }) => ({
    heading,
    lines: lines.map(({ words, ...around }) => ({ ...around, words, cut: cutter(words) })),
  }))
  for (const width of widths) {
    const { shown, cut } = write(prepared, width)
    const text = shown.join('\n')
    if (text.length <= max) return { shown, text, isCut: cut }
  }
  const { shown } = write(prepared, widths.at(-1) ?? 0)
  while (shown.length > 0 && shown.join('\n').length > max) shown.pop()
  return { shown, text: shown.join('\n'), isCut: true }
}

interface Prepared {
  heading: string
  lines: (SheetPart['lines'][number] & { cut: (max: number) => string })[]
}

function write(parts: readonly Prepared[], width: number): { shown: string[]; cut: boolean } {
  let isCut = false
  const shown = parts.flatMap(({ heading, lines }, at) => [
    ...(heading ? [at === 0 ? heading : `\n${heading}`] : []),
    ...lines.map(({ head, words, tail, cut }) => {
      const said = cut(width)
      isCut ||= said.endsWith('…') && !words.trimEnd().endsWith('…')
      return `${head}${said}${tail}`
    }),
  ])
  return { shown, cut: isCut }
}

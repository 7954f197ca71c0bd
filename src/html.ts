const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string): string => text.replace(/[&<>"']/g, (mark) => marks[mark]!)

/** Markup that is safe to put into a page. */
export class Html {
  readonly #markup: string
  constructor(markup: string) {
    this.#markup = markup
  }
  toString(): string {
    return this.#markup
  }
}

type Piece = Html | string | number | null | undefined | false | readonly Piece[]

function markupOf(piece: Piece): string {
  if (piece instanceof Html) return piece.toString()
  if (Array.isArray(piece)) return piece.map(markupOf).join('')
  return piece === null || piece === undefined || piece === false ? '' : escaped(String(piece))
}

/** What is put in between is escaped, unless it is Html itself; lists are joined; null, undefined and false are nothing. */
export const html = (strings: TemplateStringsArray, ...pieces: Piece[]): Html =>
  new Html(strings.reduce((markup, part, n) => markup + markupOf(pieces[n - 1]) + part))

/** Text of the document: words between backticks are code. */
export const prose = (text: string): Html => new Html(escaped(text).replace(/`([^`]+)`/g, '<code>$1</code>'))

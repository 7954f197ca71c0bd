/**
 * Text that somebody wrote, made so that Discord shows the same characters and does nothing with them: no mark-up, no mention,
 * no link, no emoji of another server, no turned reading direction.
 */

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** Controls, line ends, halves of characters and what turns the reading direction become one space; the ends are trimmed. */
export const oneLine = (text: string): string =>
  text.replace(/[\s\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]+/gu, ' ').trim()

/** No longer than `max` UTF-16 units; what is left out is told by "…". Whole characters as people see them. For what is no Markdown. */
export function shorten(text: string, max: number): string {
  const line = oneLine(text)
  return line.length <= max ? line : gather(charactersOf(line), max)
}

/** What is written on a button or in a list, which Discord does not take empty. */
export const labelOf = (text: string, max: number): string => shorten(text, max) || '…'

/** As `shorten`, escaped: for texts in which Discord reads Markdown. `max` counts what is sent. */
export const plain = (text: string, max: number): string => cutter(text)(max)

/** `plain` of one text at several lengths: it is taken apart once. */
export function cutter(text: string): (max: number) => string {
  const line = oneLine(text)
  const whole = escapeStart(escapeSigns(line))
  let pieces: string[] | undefined
  return (max) => {
    if (whole.length <= max) return whole
    pieces ??= Array.from(charactersOf(line), escapeOne)
    return escapeStart(gather(pieces, max - 1))
  }
}

function gather(pieces: Iterable<string>, max: number): string {
  let made = ''
  for (const piece of pieces) {
    if (made.length + piece.length > max - 1) break
    made += piece
  }
  return `${made.trimEnd()}…`
}

/** Letters of the Latin alphabets stand for themselves, and need no slow look. */
const charactersOf = (text: string): Iterable<string> =>
  /^[\x20-\u02ff]*$/.test(text) ? text : Array.from(graphemes.segment(text), ({ segment }) => segment)

/** The colon keeps an address from becoming a link; a zero-width space after @ keeps `@everyone` from looking like a call. */
const escapeSigns = (text: string): string => text.replace(/[\\*_~`|<>#[\]:]/g, '\\$&').replaceAll('@', '@\u200b')

/** The same of one character; most need nothing. */
const escapeOne = (character: string): string =>
  character.length === 1 && !'\\*_~`|<>#[]:@'.includes(character) ? character : escapeSigns(character)

/** What makes a list at the beginning of a line. */
const escapeStart = (line: string): string => line.replace(/^(\d*)([-+.)])/, '$1\\$2')

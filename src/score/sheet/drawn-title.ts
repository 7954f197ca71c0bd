import { textWidth } from './text-width.js'

/** Pictures, flags and what joins or colours them: a text font has none, and a printed sheet is better without. */
const pictures =
  /(?![#*0-9©®™])\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\p{Variation_Selector}|\u20e3/gu

/** The title as it is drawn; the whole one stays in the file's metadata and name. */
export function drawnTitle(title: string): string {
  const drawn = title
    .normalize('NFC')
    .replace(pictures, ' ')
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
  return drawn || 'Song'
}

/** A text in lines no wider than `width`, broken between words, a word longer than that within it; the last of `most` lines ends in "…". */
export function wrapText(text: string, { size, width, most }: { size: number; width: number; most: number }): string[] {
  const fits = (line: string) => textWidth(line, size) <= width
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ').flatMap((word) => pieces(word, fits))) {
    const longer = line ? `${line} ${word}` : word
    if (fits(longer)) line = longer
    else {
      lines.push(line)
      line = word
    }
  }
  lines.push(line)
  if (lines.length <= most) return lines
  let last = Array.from(lines[most - 1]!)
  while (!fits(`${last.join('')}…`)) last = last.slice(0, -1)
  return [...lines.slice(0, most - 1), `${last.join('').trimEnd()}…`]
}

function pieces(word: string, fits: (line: string) => boolean): string[] {
  if (fits(word)) return [word]
  const parts: string[] = []
  let part = ''
  for (const character of word) {
    if (fits(part + character)) part += character
    else {
      parts.push(part)
      part = character
    }
  }
  return [...parts, part]
}

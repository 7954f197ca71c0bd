import { escapeXml } from '../xml.js'
import { isMusicSign, musicGlyphs } from './music-glyphs.js'
import { textWidth } from './text-width.js'

interface Placed {
  x: number
  y: number
  size: number
}

/** A line of text in which ♭ ♯ ♩ may stand, from `x` on: words as text, signs as outlines. Returns where it ends, too. */
export function musicText(text: string, { x, y, size }: Placed): { svg: string; end: number } {
  const parts: string[] = []
  let at = x
  for (const run of text.match(/[♭♯♩·]|[^♭♯♩·]+/gu) ?? []) {
    if (isMusicSign(run)) {
      const { advance, path } = musicGlyphs[run]
      const scale = size / 1000
      parts.push(
        `<path class="sign" transform="translate(${Math.round(at + 0.02 * size)} ${y}) scale(${scale} ${-scale})" d="${path}"/>`,
      )
      at += (advance + 40) * scale
    } else {
      // Blanks at the ends of a text element are not drawn (SVG 2, 11.5), but they take room.
      const words = run.trimStart()
      const start = Math.round(at + textWidth(run.slice(0, run.length - words.length), size))
      if (words) parts.push(`<text x="${start}" y="${y}" font-size="${size}">${escapeXml(words.trimEnd())}</text>`)
      at += textWidth(run, size)
    }
  }
  return { svg: parts.join(''), end: at }
}

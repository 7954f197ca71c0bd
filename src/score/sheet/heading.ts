import { meterShape } from '../../domain/meter.js'
import type { Song } from '../../domain/song.js'
import { genreNamed } from '../genre-names.js'
import { escapeXml } from '../xml.js'
import { drawnTitle, wrapText } from './drawn-title.js'
import { musicText } from './music-text.js'

/** In the drawing's units: sizes of the title, of what stands under it, and the white at both sides. */
interface Sizes {
  title: number
  lines: number
  byline: number
  aside: number
}
const sizesFor = (width: number): Sizes =>
  width < 14_000
    ? { title: 860, lines: 3, byline: 430, aside: 260 }
    : { title: 1150, lines: 2, byline: 520, aside: 650 }

/** In compound metres the pulse that is counted is a dotted quarter. */
export function countedTempo({ tempo, meter }: Pick<Song, 'tempo' | 'meter'>): { dotted: boolean; perMinute: number } {
  const dotted = meterShape(meter).pulses[1] === 1.5
  return { dotted, perMinute: dotted ? Math.round(tempo / 1.5) : tempo }
}

export const keyName = ({ tonic, mode }: Song['key']): string => `${tonic.replace('#', '♯').replace('b', '♭')} ${mode}`

/** A written feel only where it is played: from a light swing on. */
export const isSwung = ({ arrangement }: Pick<Song, 'arrangement'>): boolean => arrangement.swing >= 0.56

export const genreLine = ({ genres }: Pick<Song, 'genres'>): string => genres.map(genreNamed).join(' × ')

/** Tempo on the left, key on the right, on one line; and the same in words. */
export function marks(song: Song, width: number, y: number): { svg: string; spoken: string } {
  const { dotted, perMinute } = countedTempo(song)
  const feel = isSwung(song) ? '   Swing' : ''
  const mark = `♩${dotted ? '·' : ''} = ${perMinute}${feel}`
  const key = keyName(song.key)
  const { byline: size, aside } = sizesFor(width)
  const keyAt = width - aside - musicText(key, { x: 0, y, size }).end
  return {
    svg: [
      `<g class="tempo" font-weight="bold">${musicText(mark, { x: aside, y, size }).svg}</g>`,
      `<g class="key">${musicText(key, { x: keyAt, y, size }).svg}</g>`,
    ].join(''),
    spoken: `${perMinute} ${dotted ? 'dotted quarters' : 'quarter notes'} a minute, ${key}`,
  }
}

/** Title, genres, key and tempo above the first system. */
export function heading(song: Song, width: number): { svg: string; height: number } {
  const { title, lines, byline, aside } = sizesFor(width)
  const room = width - 2.4 * aside
  let y = 300
  const centred = (text: string, size: number, style: string): string =>
    `<text x="${width / 2}" y="${y}" font-size="${size}"${style} text-anchor="middle">${escapeXml(text)}</text>`
  // Bold is up to a tenth wider than what is measured.
  const drawn = wrapText(drawnTitle(song.title), { size: title * 1.08, width: room, most: lines }).map((line) => {
    y += title * 1.13
    return centred(line, title, ' font-weight="bold"')
  })
  y += byline * 0.3
  for (const line of wrapText(genreLine(song), { size: byline, width: room, most: 3 })) {
    y += byline * 1.45
    drawn.push(centred(line, byline, ''))
  }
  y += byline * 1.6
  drawn.push(marks(song, width, y).svg)
  return { svg: `<g class="heading">${drawn.join('')}</g>`, height: y + 420 }
}

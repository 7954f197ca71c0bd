import { meterShape } from '../../domain/meter.js'
import type { Song } from '../../domain/song.js'
import { genreNamed } from '../genre-names.js'
import { escapeXml } from '../xml.js'
import { drawnTitle, wrapText } from './drawn-title.js'
import { musicText } from './music-text.js'

const title = { size: 1150, line: 1300 }
const byline = 520
const markSize = 520

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
  const keyAt = width - 600 - musicText(key, { x: 0, y, size: markSize }).end
  return {
    svg: [
      `<g class="tempo" font-weight="bold">${musicText(mark, { x: 700, y, size: markSize }).svg}</g>`,
      `<g class="key">${musicText(key, { x: keyAt, y, size: markSize }).svg}</g>`,
    ].join(''),
    spoken: `${perMinute} ${dotted ? 'dotted quarters' : 'quarter notes'} a minute, ${key}`,
  }
}

/** Title, genres, key and tempo above the first system. */
export function heading(song: Song, width: number): { svg: string; height: number } {
  const lines = wrapText(drawnTitle(song.title), { size: title.size * 1.08, width: width - 1600, most: 2 })
  const middle = width / 2
  let y = 300
  const drawn = lines.map((line) => {
    y += title.line
    return `<text x="${middle}" y="${y}" font-size="${title.size}" font-weight="bold" text-anchor="middle">${escapeXml(line)}</text>`
  })
  y += byline * 1.75
  drawn.push(
    `<text x="${middle}" y="${y}" font-size="${byline}" text-anchor="middle">${escapeXml(genreLine(song))}</text>`,
  )
  y += byline * 1.6
  drawn.push(marks(song, width, y).svg)
  return { svg: `<g class="heading">${drawn.join('')}</g>`, height: y + 420 }
}

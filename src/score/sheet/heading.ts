import { meterShape } from '../../domain/meter.js'
import type { Song } from '../../domain/song.js'
import { genreNamed } from '../genre-names.js'
import { escapeXml } from '../xml.js'
import { drawnTitle, wrapText } from './drawn-title.js'
import { musicText } from './music-text.js'

const title = { size: 1150, line: 1300 }
const byline = 520
const tempo = 520

/** In compound metres the pulse that is counted is a dotted quarter. */
export function countedTempo({ tempo, meter }: Pick<Song, 'tempo' | 'meter'>): { dotted: boolean; perMinute: number } {
  const dotted = meterShape(meter).pulses[1] === 1.5
  return { dotted, perMinute: dotted ? Math.round(tempo / 1.5) : tempo }
}

export const keyName = ({ tonic, mode }: Song['key']): string => `${tonic.replace('#', '♯').replace('b', '♭')} ${mode}`

/** A written feel only where it is played: from a light swing on. */
export const isSwung = ({ arrangement }: Pick<Song, 'arrangement'>): boolean => arrangement.swing >= 0.56

export const genreLine = ({ genres }: Pick<Song, 'genres'>): string => genres.map(genreNamed).join(' × ')

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
  const { dotted, perMinute } = countedTempo(song)
  const mark = `♩${dotted ? '·' : ''} = ${perMinute}${isSwung(song) ? '   Swing' : ''}`
  drawn.push(`<g class="tempo" font-weight="bold">${musicText(mark, { x: 700, y, size: tempo }).svg}</g>`)
  const key = keyName(song.key)
  const wide = musicText(key, { x: 0, y, size: byline }).end
  drawn.push(`<g class="key">${musicText(key, { x: width - 600 - wide, y, size: byline }).svg}</g>`)
  return { svg: `<g class="heading">${drawn.join('')}</g>`, height: y + 420 }
}

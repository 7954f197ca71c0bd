import type { Song } from '../../domain/song.js'
import type { LineLength } from '../../domain/song-file.js'
import { toMusicXml } from '../musicxml.js'
import { notate } from '../notation.js'
import { paperFor } from '../paper.js'
import { escapeXml } from '../xml.js'
import { engrave } from './engraver.js'
import { genreLine, heading, marks } from './heading.js'
import { type Engraving, readEngraving, type System } from './read-engraving.js'

/** Tinos has the measures of Times, in which verovio sets the words: the next names stand in for it where it is not installed. */
export const textFonts = "Tinos, 'Liberation Serif', 'Times New Roman', Times, serif"
/** Between what is drawn of one system and of the next. */
export const systemGap = 260
const margin = 500

export async function engraveSong(song: Song, lines: LineLength = 'long'): Promise<Engraving> {
  const paper = paperFor(notate(song), lines)
  return readEngraving(await engrave(toMusicXml(song, { tempo: false, paper }), paper))
}

/** Systems one below the other from `y` on, an even space between what is drawn of them. */
export function stack(systems: readonly System[], y: number): { svg: string; bottom: number } {
  let at = y
  const placed = systems.map(({ svg, top, bottom }) => {
    const shift = Math.round(at - top)
    at += bottom - top + systemGap
    return `<g transform="translate(0 ${shift})">${svg}</g>`
  })
  return { svg: placed.join(''), bottom: at - systemGap }
}

interface Frame {
  width: number
  height: number
  defs: string
  body: string
  /** For those who do not see it: a title and a description. */
  spoken?: { title: string; description: string }
}

/** A picture that stands by itself: no script, no style sheet, nothing from elsewhere. Its colour is the text's around it. */
export function frame({ width, height, defs, body, spoken }: Frame): string {
  const words = spoken ? `<title>${escapeXml(spoken.title)}</title><desc>${escapeXml(spoken.description)}</desc>` : ''
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 ${width} ${height}"`,
    ` width="${Math.round(width / 20)}" height="${Math.round(height / 20)}" role="img" color="#000">`,
    `${words}<defs>${defs}</defs>`,
    `<g fill="currentColor" font-family="${textFonts}">${body}</g></svg>`,
  ].join('')
}

function describe(song: Song): string {
  const parts = song.sections.map(({ label }) => label).join(', ')
  return `Lead sheet, ${marks(song, 0, 0).spoken}, ${song.meter} time: melody, chords and words of ${parts}. A mashup of ${genreLine(song)}.`
}

/** The lead sheet as one long picture, of the width that its lines ask for. Each bar is a group with `data-bar`, counted from 1, and holds a `bar-area` to colour. */
export async function toSvg(song: Song, lines?: LineLength): Promise<string> {
  const { width, defs, systems } = await engraveSong(song, lines)
  const head = heading(song, width)
  const music = stack(systems, head.height)
  return frame({
    width,
    height: Math.round(music.bottom + margin),
    defs,
    body: head.svg + music.svg,
    spoken: { title: song.title, description: describe(song) },
  })
}

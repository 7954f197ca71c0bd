import type { Song } from '../../domain/song.js'
import { chordSheet, type SheetLine, type SheetSection } from '../chord-sheet.js'
import { type Booklet, column, paper, printable } from './booklet.js'

const size = { words: 11, chords: 9, label: 11 }
const gutter = 24
const lineHeight = 27
const labelHeight = 20
const betweenSections = 6

interface Piece {
  height: number
  draw: (x: number, y: number) => void
}

/** Chords bold above the syllables they are struck with; one that would touch its neighbour moves on. */
function lineOf(booklet: Booklet, { chords, words }: SheetLine): Piece {
  const { pdf } = booklet
  return {
    height: lineHeight,
    draw: (x, y) =>
      booklet.tagged('P', () => {
        let free = x
        for (const { at, symbol } of chords) {
          pdf.font('regular').fontSize(size.words)
          const place = Math.max(free, x + pdf.widthOfString(words.slice(0, at)))
          pdf.font('bold').fontSize(size.chords).fillColor('#333').text(symbol, place, y, { lineBreak: false })
          free = place + pdf.widthOfString(symbol) + 4
        }
        pdf.font('regular').fontSize(size.words).fillColor('#000')
        pdf.text(printable(words), x, y + size.chords + 2, { lineBreak: false })
      }),
  }
}

function piecesOf(booklet: Booklet, { label, lines, bars }: SheetSection): Piece[] {
  const { pdf } = booklet
  const heading: Piece = {
    height: labelHeight,
    draw: (x, y) =>
      booklet.tagged('H3', () => {
        pdf
          .font('bold')
          .fontSize(size.label)
          .fillColor('#000')
          .text(printable(label), x, y + 4, { lineBreak: false })
      }),
  }
  const wordless: Piece = {
    height: lineHeight,
    draw: (x, y) =>
      booklet.tagged('P', () => {
        pdf.font('bold').fontSize(size.chords).fillColor('#333')
        pdf.text(`| ${bars.join(' | ')} |`, x, y + 4, { lineBreak: false })
      }),
  }
  return [heading, ...(lines.length > 0 ? lines.map((line) => lineOf(booklet, line)) : [wordless])]
}

const heightOf = (pieces: readonly Piece[]): number => pieces.reduce((sum, { height }) => sum + height, betweenSections)

/** The section that begins the second column, so that both are as long as each other; `null` where they do not fit on a page. */
function evenSplit(heights: readonly number[], room: number): number | null {
  const upTo = (end: number) => heights.slice(0, end).reduce((sum, height) => sum + height, 0)
  const all = upTo(heights.length)
  const longer = heights.map((_, at) => Math.max(upTo(at), all - upTo(at)))
  const least = Math.min(...longer)
  return least <= room ? longer.indexOf(least) : null
}

/** All words with their chords, in two columns where the longest line allows; a section's name never stands without its first line. */
export function wordsAndChords(booklet: Booklet, song: Song): void {
  const sheet = chordSheet(song)
  booklet.pdf.font('regular').fontSize(size.words)
  const widest = Math.max(
    0,
    ...sheet.flatMap(({ lines }) => lines.map(({ words }) => booklet.pdf.widthOfString(words))),
  )
  const half = (column - gutter) / 2
  const columns = widest <= half - 10 ? [paper.margin, paper.margin + half + gutter] : [paper.margin]
  const bottom = paper.height - paper.margin - paper.foot
  booklet.heading('Words and chords')
  let top = booklet.y
  let at = 0
  let y = top
  const sections = sheet.map((section) => piecesOf(booklet, section))
  const turn = columns.length === 2 ? evenSplit(sections.map(heightOf), bottom - top) : null
  for (const [number, pieces] of sections.entries()) {
    if (number === turn) {
      at = 1
      y = top
    }
    for (const [index, piece] of pieces.entries()) {
      const needed = piece.height + (index === 0 ? lineHeight : 0)
      if (y + needed > bottom) {
        at = (at + 1) % columns.length
        if (at === 0) {
          booklet.newPage()
          top = booklet.y
        }
        y = top
      }
      piece.draw(columns[at]!, y)
      y += piece.height
    }
    y += betweenSections
  }
  booklet.y = bottom
}

import svgToPdf from 'svg-to-pdfkit'
import type { Song } from '../../domain/song.js'
import { genreLine, marks } from '../sheet/heading.js'
import type { Engraving, System } from '../sheet/read-engraving.js'
import { frame, stack, systemGap } from '../sheet/to-svg.js'
import { type Booklet, column, paper } from './booklet.js'

function draw(booklet: Booklet, svg: string, height: number, alt: string): void {
  const { y } = booklet
  booklet.tagged(
    'Figure',
    () =>
      svgToPdf(booklet.pdf, svg, paper.margin, y, {
        width: column,
        height,
        assumePt: true,
        preserveAspectRatio: 'xMidYMin meet',
        fontCallback: (_family, bold, italic) => (bold ? 'bold' : italic ? 'italic' : 'regular'),
        // It tells of attributes it passes over, of which none changes what is seen.
        warningCallback: () => {},
      }),
    { alt },
  )
  booklet.y = y + height
}

const beginsSection = ({ svg }: System): boolean => svg.includes('class="reh"')

/** As many systems as have room, at least one; a section that has only begun goes to the next page as a whole. */
function pageful(systems: readonly System[], room: number): number {
  let height = 0
  let count = 0
  for (const { top, bottom } of systems) {
    height += bottom - top + (count === 0 ? 0 : systemGap)
    if (count > 0 && height > room) break
    count++
  }
  const next = systems[count]
  if (!next || beginsSection(next)) return count
  const begun = systems.slice(0, count).findLastIndex(beginsSection)
  return begun > 0 && begun >= count - begunAtMost ? begun : count
}
/** Lines that may be taken along. */
const begunAtMost = 2

/** Title, genres, tempo and key, then the systems, none cut by the end of a page. */
export function leadSheetPages(booklet: Booklet, song: Song, { width, defs, systems }: Engraving): void {
  const scale = column / width
  booklet.write(song.title, { style: 'bold', size: 24, tag: 'H1', align: 'center', after: 4 })
  booklet.mark('Lead sheet')
  booklet.write(genreLine(song), { size: 12, align: 'center', after: 6 })
  const line = marks(song, width, 500)
  draw(booklet, frame({ width, height: 650, defs: '', body: line.svg }), 650 * scale, line.spoken)
  booklet.y += 6
  for (let rest = systems; rest.length > 0; ) {
    const count = pageful(rest, booklet.left / scale)
    const here = rest.slice(0, count)
    rest = rest.slice(count)
    const { svg, bottom } = stack(here, 0)
    const [first, last] = [here[0]?.bars[0], here.at(-1)?.bars.at(-1)]
    draw(
      booklet,
      frame({ width, height: Math.ceil(bottom), defs, body: svg }),
      bottom * scale,
      `Lead sheet, bars ${first} to ${last}: melody, chords and words`,
    )
    if (rest.length > 0) booklet.newPage()
  }
}

import PDFDocument, { type StructureElement } from 'pdfkit'
import { drawnTitle } from '../sheet/drawn-title.js'
import { fontFiles } from '../sheet/fonts.js'

export type Style = 'regular' | 'bold' | 'italic'

/** A4 in points, with room to hold it. */
export const paper = { width: 595.28, height: 841.89, margin: 48, foot: 40 }
export const column = paper.width - 2 * paper.margin

interface Paragraph {
  style?: Style
  size?: number
  tag?: 'P' | 'H1' | 'H2' | 'H3' | 'LBody' | 'Caption'
  align?: 'left' | 'center'
  indent?: number
  after?: number
  /** Points that must be left below it on the page: a heading does not stand alone. */
  keep?: number
}

/** What Tinos can print: no pictures, and a flat sign as musicians type it. */
export const printable = (text: string): string =>
  text
    .replaceAll('♭', 'b')
    .replaceAll('♮', 'natural ')
    .replace(/[^\n]+/g, (line) => (/\S/.test(line) ? drawnTitle(line) : line))

/** A tagged PDF that is written from the top down, page after page (ISO 32000-1, 14.8). */
export class Booklet {
  readonly pdf: PDFDocument
  private readonly root: StructureElement
  private readonly parts: Buffer[] = []
  y = paper.margin

  constructor({ title, language, subject }: { title: string; language: string; subject: string }) {
    this.pdf = new PDFDocument({
      size: [paper.width, paper.height],
      margin: 0,
      tagged: true,
      lang: language,
      displayTitle: true,
      pdfVersion: '1.7',
      bufferPages: true,
      autoFirstPage: true,
      info: {
        Title: title,
        Subject: subject,
        Creator: 'Lit Music Mashup',
        Producer: 'Lit Music Mashup',
        // No date of its own: the same song gives the same bytes, on which ranges and ETags rely.
        CreationDate: new Date(0),
      },
    })
    for (const [style, file] of Object.entries(fontFiles())) this.pdf.registerFont(style, file)
    this.pdf.on('data', (part: Buffer) => this.parts.push(part))
    this.root = this.pdf.struct('Document')
    this.pdf.addStructure(this.root)
  }

  /** An element of the document's structure, with what `draw` puts on the page as its content. */
  tagged(tag: string, draw: () => void, options: Readonly<Record<string, unknown>> = {}): void {
    this.root.add(this.pdf.struct(tag, options, draw))
  }

  get left(): number {
    return paper.height - paper.margin - paper.foot - this.y
  }

  newPage(): void {
    this.pdf.addPage()
    this.y = paper.margin
  }

  /** A place that readers can jump to. */
  mark(title: string): void {
    this.pdf.outline.addItem(title)
  }

  write(words: string, options: Paragraph = {}): void {
    const { style = 'regular', size = 11, tag = 'P', align = 'left', indent = 0, after = 5, keep = 0 } = options
    const text = printable(words)
    const layout = { width: column - indent, align, lineGap: size * 0.18 }
    this.pdf.font(style).fontSize(size)
    const height = this.pdf.heightOfString(text, layout)
    if (this.left < height + keep) this.newPage()
    const y = this.y
    this.tagged(tag, () => {
      this.pdf
        .font(style)
        .fontSize(size)
        .fillColor('#000')
        .text(text, paper.margin + indent, y, layout)
    })
    this.y = y + height + after
  }

  heading(words: string): void {
    if (this.y > paper.margin) this.y += 10
    this.write(words, { style: 'bold', size: 16, tag: 'H2', after: 8, keep: 60 })
    this.mark(words)
  }

  /** Writes title and page numbers at the feet, which a screen reader passes over, and closes the file. */
  async finish(foot: string): Promise<Uint8Array> {
    this.root.end()
    const { count } = this.pdf.bufferedPageRange()
    for (let page = 0; page < count; page++) {
      this.pdf.switchToPage(page)
      this.pdf.markContent('Artifact', { type: 'Pagination' })
      const y = paper.height - paper.foot
      const options = { width: column, lineBreak: false }
      this.pdf.font('regular').fontSize(9).fillColor('#444')
      this.pdf.text(printable(foot), paper.margin, y, options)
      this.pdf.text(`${page + 1} / ${count}`, paper.margin, y, { ...options, align: 'right' })
      this.pdf.endMarkedContent()
    }
    const closed = new Promise<void>((resolve) => this.pdf.once('end', resolve))
    this.pdf.end()
    await closed
    return Buffer.concat(this.parts)
  }
}

import PDFDocument, { type StructureElement } from 'pdfkit'
import { drawnTitle } from '../sheet/drawn-title.js'
import { fontFiles } from '../sheet/fonts.js'

export type Style = 'regular' | 'bold' | 'italic'

/** A4 in points, with room to hold it. */
export const paper = { width: 595.28, height: 841.89, margin: 48, foot: 40 }
export const column = paper.width - 2 * paper.margin
/** Points from line to line for handwriting. */
export const writingLine = 22

interface Paragraph {
  style?: Style
  size?: number
  tag?: 'P' | 'H1' | 'H2' | 'H3' | 'LBody' | 'Caption'
  align?: 'left' | 'center'
  indent?: number
  after?: number
  /** Points that must be left below it on the page: a heading does not stand alone. */
  keep?: number
  /** Bold words that it begins with. */
  lead?: string
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
    const lead = options.lead === undefined ? '' : `${printable(options.lead)} `
    const layout = { width: column - indent, align, lineGap: size * 0.18 }
    // As if all of it were as wide as its beginning: never too little room.
    const height = this.pdf
      .font(lead ? 'bold' : style)
      .fontSize(size)
      .heightOfString(lead + text, layout)
    if (this.left < height + keep) this.newPage()
    const [x, y] = [paper.margin + indent, this.y]
    this.tagged(tag, () => {
      this.pdf.fontSize(size).fillColor('#000')
      if (lead)
        this.pdf
          .font('bold')
          .text(lead, x, y, { ...layout, continued: true })
          .font(style)
          .text(text)
      else this.pdf.font(style).text(text, x, y, layout)
    })
    this.y = this.pdf.y + after
  }

  heading(words: string): void {
    if (this.y > paper.margin) this.y += 12
    this.write(words, { style: 'bold', size: 16, tag: 'H2', after: 1, keep: 60 })
    this.rule(0, '#000')
    this.y += 9
    this.mark(words)
  }

  /** Lines to write on. */
  linesToWriteOn(count: number, indent: number): void {
    for (let line = 0; line < count; line++) {
      this.y += writingLine
      this.rule(indent, '#999')
    }
    this.y += 14
  }

  /** From edge to edge; nothing to be read aloud. */
  private rule(indent: number, color: string): void {
    this.pdf.markContent('Artifact', { type: 'Layout' })
    this.pdf
      .strokeColor(color)
      .lineWidth(0.75)
      .moveTo(paper.margin + indent, this.y)
      .lineTo(paper.margin + column, this.y)
      .stroke()
    this.pdf.endMarkedContent()
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

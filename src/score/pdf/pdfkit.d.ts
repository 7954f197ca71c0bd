/** The part of pdfkit that we call; the package brings no types. Measures are points, from the page's upper left corner. */
declare module 'pdfkit' {
  import type { EventEmitter } from 'node:events'

  export interface TextOptions {
    width?: number
    align?: 'left' | 'center' | 'right'
    lineBreak?: boolean
    indent?: number
    lineGap?: number
    paragraphGap?: number
    continued?: boolean
  }
  export interface StructureElement {
    add(child: StructureElement | (() => void)): StructureElement
    end(): void
  }
  export interface OutlineItem {
    addItem(title: string): OutlineItem
  }
  export default class PDFDocument extends EventEmitter {
    constructor(options: Readonly<Record<string, unknown>>)
    readonly page: { width: number; height: number }
    readonly outline: OutlineItem
    readonly info: Record<string, unknown>
    y: number
    registerFont(name: string, file: string): this
    font(name: string): this
    fontSize(size: number): this
    fillColor(color: string): this
    strokeColor(color: string): this
    lineWidth(width: number): this
    moveTo(x: number, y: number): this
    lineTo(x: number, y: number): this
    stroke(): this
    text(text: string, x: number, y: number, options?: TextOptions): this
    /** Goes on where a text that is to be continued ended. */
    text(text: string): this
    widthOfString(text: string): number
    heightOfString(text: string, options?: TextOptions): number
    addPage(): this
    switchToPage(index: number): this
    bufferedPageRange(): { start: number; count: number }
    struct(
      type: string,
      options: Readonly<Record<string, unknown>>,
      children?: (() => void) | StructureElement[],
    ): StructureElement
    struct(type: string, children?: (() => void) | StructureElement[]): StructureElement
    addStructure(element: StructureElement): this
    markContent(type: string, options?: Readonly<Record<string, unknown>>): this
    endMarkedContent(): this
    end(): void
  }
}
declare module 'svg-to-pdfkit' {
  import type PDFDocument from 'pdfkit'

  export default function svgToPdf(
    document: PDFDocument,
    svg: string,
    x: number,
    y: number,
    options: {
      width: number
      height: number
      assumePt: boolean
      preserveAspectRatio: string
      fontCallback: (family: string, bold: boolean, italic: boolean) => string
      warningCallback: (warning: string) => void
    },
  ): void
}

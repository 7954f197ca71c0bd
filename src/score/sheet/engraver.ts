import type { VerovioToolkit } from 'verovio/esm'
import type { Paper } from '../paper.js'

/** Systems break where the MusicXML says. */
const options = {
  font: 'Bravura',
  smuflTextFont: 'none',
  pageHeight: 60_000,
  adjustPageHeight: true,
  pageMarginTop: 0,
  pageMarginBottom: 0,
  breaks: 'encoded',
  header: 'none',
  footer: 'none',
  scale: 100,
  spacingSystem: 6,
  // Somewhat bolder than verovio's own, so that they stay black on a picture of 1,200 pixels.
  staffLineWidth: 0.2,
  svgViewBox: true,
  svgAdditionalAttribute: ['measure@n'],
  // The same song gives the same bytes.
  xmlIdSeed: 1,
} as const

let started: Promise<VerovioToolkit> | undefined

/** Some 200 MB and half a second: once in a thread. */
async function start(): Promise<VerovioToolkit> {
  const [{ default: createModule }, { VerovioToolkit: Toolkit }] = await Promise.all([
    import('verovio/wasm'),
    import('verovio/esm'),
  ])
  return new Toolkit(await createModule())
}

/** MusicXML as verovio draws it: one SVG of one page, to be read by readEngraving. Rejects when it cannot be read. */
export async function engrave(musicXml: string, { width, margin }: Paper): Promise<string> {
  started ??= start()
  const toolkit = await started
  toolkit.setOptions({ ...options, pageWidth: width, pageMarginLeft: margin, pageMarginRight: margin })
  if (!toolkit.loadData(musicXml)) throw new Error(`verovio cannot read the score: ${toolkit.getLog()}`)
  return toolkit.renderToSVG(1)
}

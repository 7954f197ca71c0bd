import { inflateSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { toPdf } from '../../src/score/pdf/to-pdf.js'
import { sampleSong, sampleSongs } from './sample-songs.js'

/** The file's objects as text, with the drawing of its pages unpacked. */
function open(bytes: Uint8Array): { objects: string; pages: string[] } {
  const file = Buffer.from(bytes)
  const objects = file.toString('latin1')
  const pages: string[] = []
  for (const found of objects.matchAll(/\/Filter \/FlateDecode\s*>>\s*stream\r?\n/g)) {
    const start = found.index + found[0].length
    const end = file.indexOf('endstream', start)
    const text = inflateSync(file.subarray(start, end)).toString('latin1')
    if (/\bBDC\b/.test(text)) pages.push(text)
  }
  return { objects, pages }
}

describe('the PDF', () => {
  const [, song] = sampleSongs[2]!
  let objects: string
  let pages: string[]
  let bytes: Uint8Array
  beforeAll(async () => {
    bytes = await toPdf(song)
    ;({ objects, pages } = open(bytes))
  }, 60_000)

  test('is tagged, says its language, shows its title, and can be navigated (ISO 14289-1, 7)', () => {
    expect(objects).toMatch(/^%PDF-1\.7/)
    expect(objects).toMatch(/\/MarkInfo \d+ 0 R/)
    expect(objects).toMatch(/<<\n\/Marked true\n/)
    expect(objects).toContain('/Lang (en)')
    expect(objects).toContain('<<\n/DisplayDocTitle true\n')
    for (const tag of ['Document', 'H1', 'H2', 'H3', 'P', 'Figure', 'LBody']) expect(objects).toContain(`/S /${tag}\n`)
    const figures = objects.match(/\/S \/Figure\n/g)!.length
    expect(objects.match(/\/Alt \(/g)!.length).toBe(figures)
    const marks = [...objects.matchAll(/\/Title \(([^)]*)\)/g)].map(([, title]) => title)
    expect(marks).toEqual(expect.arrayContaining(['Lead sheet', 'Words and chords', 'Questions', 'For the teacher']))
  })

  test('is all real text in fonts that say what their glyphs mean', () => {
    const fonts = objects.match(/\/Subtype \/Type0/g)!.length
    expect(objects.match(/\/ToUnicode/g)!.length).toBe(fonts)
    expect(objects).toContain('/BaseFont /')
    expect(objects).not.toContain('/Subtype /Image')
    expect(objects).not.toMatch(/\/Helvetica|\/Times-Roman/)
    for (const page of pages) expect(page).toMatch(/\bTJ\b/)
  })

  test('draws staff lines that can be seen', () => {
    const [first] = pages
    const lines = [...first!.matchAll(/\n\d+ (\d+) m\n\d+ (\d+) l\n[BS]\n/g)].filter(([, from, to]) => from === to)
    expect(lines.length).toBeGreaterThan(60)
    // Black, said in each group: a reader that knows no style sheets would leave the strokes out.
    expect(first).toMatch(/DeviceRGB CS\n0 0 0 SCN/)
  })

  test('numbers its pages, outside of what is read aloud', () => {
    const count = objects.match(/\/Type \/Page\n/g)!.length
    expect(count).toBeGreaterThanOrEqual(4)
    expect(pages.length).toBe(count)
    for (const page of pages) expect(page).toMatch(/\/Artifact <<\s*\/Type \/Pagination/)
  })

  test('is the same each time', async () => expect(Buffer.compare(bytes, await toPdf(song))).toBe(0))

  test.each(['Світло й цукор', '🎵', 'A \u0000 (strange) \\title'])('the title %j does not break it', async (title) => {
    const file = open(await toPdf({ ...sampleSong(), title }))
    expect(file.pages.length).toBeGreaterThan(3)
  })
})

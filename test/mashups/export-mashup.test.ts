import { describe, expect, test } from '@jest/globals'
import type { Song } from '../../src/domain/song.js'
import { lazyRenderings as renderings } from '../../src/main/lazy-renderings.js'
import { exportMashup } from '../../src/mashups/export-mashup.js'

/** As much of a song as its words and its name need. */
const titled = (title: string) =>
  ({ title, sections: [{ label: 'Verse', lines: [{ text: 'La la' }] }] }) as unknown as Song

describe('the file name of an exported song', () => {
  test.each([
    ['Light to Sugar', 'Light to Sugar.txt'],
    ['../../etc/passwd', 'etc passwd.txt'],
    ['AC/DC: "What?" <1|2>', 'AC DC What 1 2.txt'],
    ['Світло\u0000 \n й цукор 🎵', 'Світло й цукор 🎵.txt'],
    ['...', 'song.txt'],
    ['🎵'.repeat(200), `${'🎵'.repeat(60)}.txt`],
  ])('of %j', async (title, fileName) => {
    const file = await exportMashup({ renderings }, { song: titled(title), format: 'lyrics.txt' })
    expect(file.fileName).toBe(fileName)
    expect(Buffer.byteLength(file.fileName)).toBeLessThan(255)
  })
})

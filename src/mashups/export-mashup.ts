import type { Context } from '../context.js'
import type { Song } from '../domain/song.js'
import { formats, type Wanted } from '../domain/song-file.js'

export interface ExportedFile {
  content: Uint8Array
  mediaType: string
  /** Made of the song's title; no path, no character that a file system refuses. */
  fileName: string
}

/** Sixty characters at most: a file system counts bytes, often 255, and a character may have four. */
function fileStem(title: string): string {
  const tidy = title
    .normalize('NFC')
    .replace(/[\p{C}\s\\/:*?"<>|]+/gu, ' ')
    .replace(/^[. ]+/, '')
  const stem = Array.from(tidy).slice(0, 60).join('')
  return stem.replace(/[. ]+$/, '') || 'song'
}

/** One of a song's files. An `excerpt` is so many seconds of sound. */
export async function exportMashup(
  { renderings }: Pick<Context, 'renderings'>,
  { song, ...wanted }: { song: Song } & Wanted,
): Promise<ExportedFile> {
  const { mediaType, extension } = formats[wanted.format]
  const content = await renderings.file(song, wanted)
  return { content, mediaType, fileName: `${fileStem(song.title)}.${extension}` }
}

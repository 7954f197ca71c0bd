import type { Song } from '../domain/song.js'
import { toLyricsText } from '../score/lyrics-text.js'
import { toMidi } from '../score/midi.js'
import { toMusicXml } from '../score/musicxml.js'

interface Format {
  mediaType: string
  extension: string
  render: (song: Song) => Uint8Array | string | Promise<Uint8Array | string>
}

/** A song's files, by the name that each has among the doors. */
export const exportFormats = {
  'song.musicxml': { mediaType: 'application/vnd.recordare.musicxml+xml', extension: 'musicxml', render: toMusicXml },
  'song.mid': { mediaType: 'audio/midi', extension: 'mid', render: toMidi },
  'lyrics.txt': { mediaType: 'text/plain', extension: 'txt', render: toLyricsText },
} as const satisfies Record<string, Format>
export type ExportFormat = keyof typeof exportFormats

export interface ExportedFile {
  content: Uint8Array | string
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

export async function exportMashup({ song, format }: { song: Song; format: ExportFormat }): Promise<ExportedFile> {
  const { mediaType, extension, render }: Format = exportFormats[format]
  return { content: await render(song), mediaType, fileName: `${fileStem(song.title)}.${extension}` }
}

/** A song's files, by the name that each has among the doors. What makes them is loaded only where it runs (see render.ts). */
export const formats = {
  'score.svg': { mediaType: 'image/svg+xml', extension: 'svg' },
  'score.png': { mediaType: 'image/png', extension: 'png' },
  'score.pdf': { mediaType: 'application/pdf', extension: 'pdf' },
  'song.musicxml': { mediaType: 'application/vnd.recordare.musicxml+xml', extension: 'musicxml' },
  'song.mid': { mediaType: 'audio/midi', extension: 'mid' },
  'song.abc': { mediaType: 'text/vnd.abc', extension: 'abc' },
  'song.mp3': { mediaType: 'audio/mpeg', extension: 'mp3' },
  'song.ogg': { mediaType: 'audio/ogg', extension: 'ogg' },
  'lyrics.txt': { mediaType: 'text/plain', extension: 'txt' },
} as const
export type Format = keyof typeof formats
export const formatNames = Object.keys(formats) as Format[]

/** Formats of which an excerpt can be had. */
export const soundFormats = ['song.mp3', 'song.ogg'] as const satisfies Format[]
export const isSound = (format: Format): boolean => (soundFormats as readonly Format[]).includes(format)

/** How much of the tune stands on a line of a drawn sheet: as much as is printed, or as a phone shows without scrolling. */
export const lineLengths = ['long', 'short'] as const
export type LineLength = (typeof lineLengths)[number]

/** One file to be made: `excerpt` is seconds of sound, from the chorus on; `lines` are those of `score.svg`, long unless said. */
export interface Wanted {
  format: Format
  excerpt?: number | undefined
  lines?: LineLength | undefined
}

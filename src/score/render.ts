import type { Song } from '../domain/song.js'
import type { Format, Wanted } from '../domain/song-file.js'

type Make = (song: Song, how: Omit<Wanted, 'format'>) => Promise<Uint8Array | string>

const makers: Record<Format, () => Promise<Make>> = {
  'score.svg': async () => {
    const { toSvg } = await import('./sheet/to-svg.js')
    return (song, { lines }) => toSvg(song, lines)
  },
  'score.png': async () => (await import('./sheet/to-png.js')).toPng,
  'score.pdf': async () => (await import('./pdf/to-pdf.js')).toPdf,
  'song.musicxml': async () => {
    const { toMusicXml } = await import('./musicxml.js')
    return async (song) => toMusicXml(song)
  },
  'song.mid': async () => {
    const { toMidi } = await import('./midi.js')
    return async (song) => toMidi(song)
  },
  'song.abc': async () => {
    const { toAbc } = await import('./abc.js')
    return async (song) => toAbc(song)
  },
  'song.mp3': async () => {
    const { toAudio } = await import('./sound/to-audio.js')
    return (song, { excerpt }) => toAudio(song, 'mp3', excerpt)
  },
  'song.ogg': async () => {
    const { toAudio } = await import('./sound/to-audio.js')
    return (song, { excerpt }) => toAudio(song, 'ogg', excerpt)
  },
  'lyrics.txt': async () => {
    const { toLyricsText } = await import('./lyrics-text.js')
    return async (song) => toLyricsText(song)
  },
}

/** Makes one of a song's files. Engraver and synthesizer are loaded with the first song that needs them, and stay. */
export async function render(song: Song, { format, ...how }: Wanted): Promise<Uint8Array> {
  const make = await makers[format]()
  const made = await make(song, how)
  return typeof made === 'string' ? Buffer.from(made, 'utf8') : made
}

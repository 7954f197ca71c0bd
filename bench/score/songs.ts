import type { Song } from '../../src/domain/song.js'
import type { Wanted } from '../../src/domain/song-file.js'
import { composer } from '../songs/compose.js'

const blends = [
  'trap x baroque',
  'blues x gospel',
  'waltz x folk',
  'samba x jazz swing',
  'hip-hop x funk',
  'country x bluegrass',
]
const topics = ['photosynthesis', 'volcanoes', 'the water cycle', 'fractions']

/** The files whose cost is measured. */
export const kinds: Record<string, Wanted> = {
  svg: { format: 'score.svg' },
  png: { format: 'score.png' },
  pdf: { format: 'score.pdf' },
  mp3Of30s: { format: 'song.mp3', excerpt: 30 },
  oggOf30s: { format: 'song.ogg', excerpt: 30 },
  mp3OfSong: { format: 'song.mp3' },
}

export const promptOf = (at: number): string => `${blends[at % blends.length]} about ${topics[at % topics.length]}`

/** Real songs of several metres, keys and lengths. */
export async function composeSongs(count: number): Promise<Song[]> {
  const compose = composer()
  const songs: Song[] = []
  for (let at = 0; at < count; at++) songs.push(await compose({ prompt: promptOf(at) }, at))
  return songs
}

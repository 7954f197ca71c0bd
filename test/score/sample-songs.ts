import type { Song } from '../../src/domain/song.js'
import { makeSong } from '../music/support/make-song.js'

/** Songs that between them have flats and sharps, accidentals, swing, and metres in two, three and four. */
export const sampleSongs: [name: string, song: Song][] = [
  ['two flats in 12/8', makeSong({ genres: ['blues', 'gospel'], seed: 1 })],
  ['three sharps in 3/4', makeSong({ genres: ['waltz', 'folk'], seed: 2 })],
  ['a minor key with its leading note', makeSong({ genres: ['trap', 'baroque'], seed: 1, level: 'beginner' })],
  ['swung jazz', makeSong({ genres: ['jazz-swing', 'bossa-nova'], seed: 2, level: 'advanced' })],
  ['a dorian riff', makeSong({ genres: ['hip-hop', 'funk'], seed: 1, level: 'advanced' })],
]

export const sampleSong = (): Song => sampleSongs[0]![1]

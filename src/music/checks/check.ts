import type { Finding } from '../../domain/finding.js'
import type { Song } from '../../domain/song.js'

/** A song that is whole but for its own judgement. */
export type UncheckedSong = Omit<Song, 'quality'>

/** What one rule has to say of a song: what is wrong, with what it takes from the score, and what it measured anyhow. */
export interface CheckResult {
  findings: Finding[]
  measures: Record<string, number>
}

/** One rule, one file, one pure function. It never throws on a song that fits the schema. */
export type Check = (song: UncheckedSong) => CheckResult

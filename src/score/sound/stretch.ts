import { meterShape } from '../../domain/meter.js'
import type { Song } from '../../domain/song.js'
import { beatsOfSection, sectionStarts } from '../section-starts.js'

/** A stretch of the song, in seconds. */
export interface Stretch {
  from: number
  seconds: number
  /** It ends where the song ends: what is struck last may ring out. */
  toEnd: boolean
}

type Timed = Pick<Song, 'sections' | 'tempo' | 'meter'>

export const secondsOf = ({ sections, tempo }: Timed): number =>
  (sections.reduce((sum, section) => sum + beatsOfSection(section), 0) * 60) / tempo

export const wholeSong = (song: Timed): Stretch => ({ from: 0, seconds: secondsOf(song), toEnd: true })

/**
 * So many seconds from the first chorus on. Where the song ends before, the excerpt begins earlier, on a bar; a song that is
 * shorter is heard whole.
 */
export function excerptOf(song: Timed, seconds: number): Stretch {
  const whole = secondsOf(song)
  if (whole <= seconds) return wholeSong(song)
  const bar = (meterShape(song.meter).bar * 60) / song.tempo
  const chorus = sectionStarts(song).find(({ section }) => section.kind === 'chorus')
  const wished = ((chorus?.start ?? 0) * 60) / song.tempo
  const latest = Math.floor((whole - seconds) / bar + 1e-6) * bar
  const from = Math.min(wished, latest)
  return { from, seconds, toEnd: from + seconds >= whole - 1e-6 }
}

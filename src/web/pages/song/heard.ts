import { createContext, useContext } from 'react'
import type { SongPlayer } from './use-song-player.js'

/** What all that shows a song knows of how it is heard. */
interface Heard {
  playing: SongPlayer
  /** A bar that somebody pointed at. */
  marked: number | null
  /** Marks a bar on the sheet and plays from it. */
  point: (bar: number) => void
}

export const HeardContext = createContext<Heard | null>(null)

export function useHeard(): Heard {
  const heard = useContext(HeardContext)
  if (!heard) throw new Error('This shows a song, and belongs into a HeardSong.')
  return heard
}

import { useCallback } from 'react'
import { arrangementPlace, readArrangement, readSessionSong, sessionPlace } from '../../api/sessions.js'
import { useAsked } from '../../api/use-asked.js'
import type { Player } from '../../player/player.js'
import { Waiting } from '../classroom/launched.js'
import { SongPanel } from '../classroom/song-panel.js'
import { SongPlaceContext } from '../song/song-place.js'
import { Trouble } from '../trouble.js'
import { useRoom } from './room.js'

/** The song as it sounds so far: score, words, sound. Another one takes its place when the group has changed it. */
export function SessionSong() {
  const { song } = useRoom().view
  return song && <SongAsOf key={song.revision} />
}

function SongAsOf() {
  const { id } = useRoom()
  const read = useCallback((signal: AbortSignal) => readSessionSong(id, signal), [id])
  return <SongAt place={sessionPlace(id)} read={read} />
}

interface OfferedSongProps {
  option: string
  player: Player
  /** It was asked for by its Listen button. */
  atOnce: boolean
}

/** The song in one of the ways that are offered. */
export function OfferedSong({ option, player, atOnce }: OfferedSongProps) {
  const { id } = useRoom()
  const read = useCallback((signal: AbortSignal) => readArrangement(id, option, signal), [id, option])
  return <SongAt place={arrangementPlace(id, option)} read={read} player={player} atOnce={atOnce} />
}

interface SongAtProps {
  place: string
  read: (signal: AbortSignal) => ReturnType<typeof readSessionSong>
  player?: Player
  atOnce?: boolean
}

function SongAt({ place, read, ...how }: SongAtProps) {
  const { genres } = useRoom()
  const { again, ...asked } = useAsked(read)
  if (asked.state === 'waiting') return <Waiting what="Fetching the song" />
  if (asked.state === 'problem') return <Trouble problem={asked.problem} again={again} />
  return (
    <SongPlaceContext value={place}>
      <SongPanel song={asked.value} genres={genres} {...how} />
    </SongPlaceContext>
  )
}

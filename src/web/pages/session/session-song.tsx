import { useCallback } from 'react'
import { readSessionSong, sessionPlace } from '../../api/sessions.js'
import { useAsked } from '../../api/use-asked.js'
import { Trouble, Waiting } from '../classroom/launched.js'
import { SongPanel } from '../classroom/song-panel.js'
import { SongPlaceContext } from '../studio/song-place.js'
import { useRoom } from './room.js'

/** The song as it sounds so far: score, words, sound. Another one takes its place when the group has changed it. */
export function SessionSong() {
  const { song } = useRoom().view
  return song && <SongAsOf key={song.revision} />
}

function SongAsOf() {
  const { id, genres } = useRoom()
  const { again, ...asked } = useAsked(useCallback((signal: AbortSignal) => readSessionSong(id, signal), [id]))
  if (asked.state === 'waiting') return <Waiting what="Fetching the song" />
  if (asked.state === 'problem') return <Trouble problem={asked.problem} again={again} />
  return (
    <SongPlaceContext value={sessionPlace(id)}>
      <SongPanel song={asked.value} genres={genres} />
    </SongPlaceContext>
  )
}

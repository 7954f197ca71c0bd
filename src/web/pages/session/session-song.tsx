import { useCallback } from 'react'
import { readSessionSong, sessionPlace } from '../../api/sessions.js'
import { Trouble, Waiting } from '../classroom/launched.js'
import { SongPanel } from '../classroom/song-panel.js'
import { useFresh } from '../classroom/use-fresh.js'
import { SongPlaceContext } from '../studio/song-place.js'
import { useRoom } from './room.js'

/** The song as it sounds so far: score, words, sound. Another one takes its place when the group has changed it. */
export function SessionSong() {
  const { id, view, genres } = useRoom()
  const revision = view.song?.revision ?? 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision is another song at the same place
  const read = useCallback((signal: AbortSignal) => readSessionSong(id, signal), [id, revision])
  const asked = useFresh(read)
  if (revision === 0) return null
  if (asked.state === 'waiting') return <Waiting what="Fetching the song" />
  if (asked.state === 'problem') return <Trouble problem={asked.problem} again={asked.again} />
  return (
    <SongPlaceContext value={sessionPlace(id)}>
      <SongPanel key={revision} song={asked.value} genres={genres} />
    </SongPlaceContext>
  )
}

import { useCallback, useEffect, useRef } from 'react'
import type { AssignmentView } from '../../../domain/classroom.js'
import type { Song } from '../../../domain/song.js'
import { submitSong } from '../../api/classroom.js'
import type { GenreInBrief } from '../../api/library.js'
import { readSong } from '../../api/songs.js'
import { useAsked } from '../../api/use-asked.js'
import { Button } from '../../design/button.js'
import { Badge } from '../../design/card.js'
import { Announcement } from '../../design/status.js'
import { Waiting } from '../classroom/launched.js'
import { SongPanel } from '../classroom/song-panel.js'
import { useAct } from '../classroom/use-act.js'
import { Trouble } from '../trouble.js'
import './own.css'

export type Own = Extract<AssignmentView, { view: 'student' }>

interface OpenSongProps {
  id: string
  made: Song | null
  genres: readonly GenreInBrief[]
  assignment: Own
  again: () => void
}

/** The song with all that the studio shows of it, and the way to hand it in. */
export function OpenSong({ id, made, genres, assignment, again }: OpenSongProps) {
  const read = useCallback((signal: AbortSignal) => (made ? Promise.resolve(made) : readSong(id, signal)), [id, made])
  const asked = useAsked(read)
  const { busy, problem, act } = useAct()
  const place = useRef<HTMLElement>(null)
  const handedIn = assignment.submission?.song === id
  const wasHandedIn = useRef(handedIn)
  // What was pressed is gone, the maker as well as "hand in": reading goes on at the song.
  useEffect(() => {
    if (made) place.current?.scrollIntoView({ block: 'start' })
    if (made || handedIn !== wasHandedIn.current) place.current?.focus({ preventScroll: true })
    wasHandedIn.current = handedIn
  }, [made, handedIn])
  return (
    <section
      ref={place}
      tabIndex={-1}
      className="stack open-song"
      aria-label={asked.state === 'here' ? asked.value.title : 'Your song'}
    >
      {asked.state === 'waiting' && <Waiting what="Opening your song" />}
      {asked.state === 'problem' && <Trouble problem={asked.problem} again={asked.again} />}
      {asked.state === 'here' && (
        <>
          <Announcement>
            {handedIn ? `${asked.value.title} is handed in.` : made && `Your song is ready: ${asked.value.title}`}
          </Announcement>
          {handedIn ? (
            <p className="hand-in hand-in-done">
              <Badge tone="good">Handed in</Badge> This is the song that your teacher sees.
            </p>
          ) : (
            <div className="hand-in">
              <p>
                {assignment.submission
                  ? 'Is this one better? It takes the place of the one before.'
                  : 'Do you like it? Then hand it in.'}
              </p>
              <Button
                look="main"
                icon="check"
                onPress={() =>
                  act(async () => {
                    await submitSong(assignment.id, id)
                    again()
                  })
                }
              >
                {busy ? 'One moment …' : 'Hand this song in'}
              </Button>
            </div>
          )}
          {problem && <Trouble problem={problem} />}
          <SongPanel
            song={asked.value}
            genres={genres}
            share={<p className="small soft">When it is handed in, your teacher can share it with others by a link.</p>}
          />
        </>
      )}
    </section>
  )
}

import { useState } from 'react'
import type { PlatformName } from '../../../domain/chat.js'
import type { Song } from '../../../domain/song.js'
import { BlendBand } from '../../design/blend-band.js'
import { Button } from '../../design/button.js'
import { Callout, Card } from '../../design/card.js'
import { Disclosure } from '../../design/disclosure.js'
import { EmptyState } from '../../design/status.js'
import { Brief } from '../classroom/brief.js'
import { PageName } from '../classroom/launched.js'
import { day } from '../classroom/words.js'
import { useGenres } from '../request/use-library.js'
import { blendFamilies } from '../song/blend.js'
import { ChatFold } from './chat-panel.js'
import { Groups } from './groups.js'
import { MakeSong } from './make-song.js'
import { OpenSong, type Own } from './open-song.js'
import { OwnGrade } from './own-grade.js'
import './own.css'

interface StudentViewProps {
  assignment: Own
  chats: readonly PlatformName[]
  again: () => void
}

/** What a student has to do, the songs they made for it, what is handed in, and the grade once there is one. */
export function StudentView({ assignment, chats, again }: StudentViewProps) {
  const { id, title, settings, songs, submission, grade } = assignment
  const asked = useGenres()
  const genres = asked.state === 'here' ? asked.value : []
  const [open, setOpen] = useState<string | null>(submission?.song ?? songs[0]?.id ?? null)
  const [made, setMade] = useState<Song | null>(null)
  if (!settings)
    return (
      <>
        <PageName>{title}</PageName>
        <EmptyState title="Not set up yet">
          Your teacher has not said yet what this song is to be about. Come back later.
        </EmptyState>
      </>
    )
  const inGroups = settings.mode.kind === 'groups'
  const worn = blendFamilies(made?.genres ?? songs.find((song) => song.id === open)?.genres ?? settings.genres, genres)
  const making = (
    <MakeSong
      assignment={id}
      settings={settings}
      genres={genres}
      another={songs.length > 0 || made !== null}
      onMade={(song) => {
        setMade(song)
        setOpen(song.id)
        again()
      }}
    />
  )
  return (
    <>
      <header className="classroom-head">
        <BlendBand families={worn} />
        <h1>{title}</h1>
      </header>
      {grade && <OwnGrade assignment={id} />}
      <div className="classroom-columns">
        <div className="stack">
          <Brief settings={settings} genres={genres} />
          <ChatFold chats={chats} />
        </div>
        <div className="stack">
          {inGroups && <Groups assignment={id} teaches={false} />}
          {(!inGroups || submission || songs.length > 0) && (
            <Card label="Your song">
              <h2>Your song</h2>
              <HandedIn assignment={assignment} />
              {!inGroups &&
                (songs.length > 0 || made ? <Disclosure title="Make another song">{making}</Disclosure> : making)}
              {songs.length > 1 && <SongList assignment={assignment} open={open} onOpen={setOpen} />}
            </Card>
          )}
        </div>
      </div>
      {open && (
        <OpenSong
          key={open}
          id={open}
          made={made?.id === open ? made : null}
          genres={genres}
          assignment={assignment}
          again={again}
        />
      )}
    </>
  )
}

function HandedIn({ assignment: { songs, submission, grade } }: { assignment: Own }) {
  if (!submission)
    return songs.length > 0 ? (
      <Callout tone="care" title="Nothing is handed in yet">
        Listen to your song below, and hand it in when you like it.
      </Callout>
    ) : null
  const song = songs.find(({ id }) => id === submission.song)
  return (
    <Callout tone="good" title={`Handed in: ${song?.title ?? 'your song'}`}>
      {day(submission.submittedAt)}.{' '}
      {grade
        ? 'You may still hand a better one in; your teacher will see that it is new.'
        : 'You may hand in another one in its place.'}
    </Callout>
  )
}

interface SongListProps {
  assignment: Own
  open: string | null
  onOpen: (id: string) => void
}

const SongList = ({ assignment: { songs, submission }, open, onOpen }: SongListProps) => (
  <section className="stack" aria-labelledby="own-songs">
    <h3 id="own-songs">Songs you made for this</h3>
    <ul className="own-songs">
      {songs.map((song) => (
        <li key={song.id} className="own-song">
          <span>
            <strong>{song.title}</strong>
            <span className="small soft">
              {day(song.madeAt)}
              {submission?.song === song.id && ' · handed in'}
            </span>
          </span>
          <Button
            look="quiet"
            isDisabled={open === song.id}
            aria-label={open === song.id ? `${song.title} is open` : `Open ${song.title}`}
            onPress={() => onOpen(song.id)}
          >
            {open === song.id ? 'Open' : 'Look at it'}
          </Button>
        </li>
      ))}
    </ul>
  </section>
)

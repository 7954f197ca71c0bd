import { useCallback, useEffect, useState } from 'react'
import type { MashupRequestInput } from '../../../domain/mashup-request.js'
import type { Song } from '../../../domain/song.js'
import { BlendBand } from '../../design/blend-band.js'
import { Shell } from '../../design/shell.js'
import { Announcement } from '../../design/status.js'
import { usePlayer } from '../../player/use-player.js'
import { useKept } from '../classroom/use-kept.js'
import { troublesOf } from '../request/troubles.js'
import { useGenres, useTopics } from '../request/use-library.js'
import { blendFamilies } from '../song/blend.js'
import { Making } from '../song/making.js'
import { Trouble } from '../trouble.js'
import { againRequest, draftOf, emptyDraft, hookRequest, requestOf } from './draft.js'
import { SongForm } from './song-form.js'
import { SongView } from './song-view.js'
import { SoughtSong } from './sought-song.js'
import { useMaking } from './use-making.js'
import { Wishes } from './wishes.js'
import { ownWords } from './words.js'
import './studio.css'

/** The studio: a form, then the agents at work, then the song. At /song/:id the song that it names. */
export function Page({ id }: { id?: string }) {
  const player = usePlayer()
  const [sought, setSought] = useState(id)
  const [draft, change] = useKept('draft', emptyDraft)
  const [song, setSong] = useState<Song | null>(null)
  /** The song was asked for here, and did not come with the page. */
  const [asked, setAsked] = useState(false)
  const genres = useGenres()
  const topics = useTopics()
  const known = genres.state === 'here' ? genres.value : []
  const knownTopics = topics.state === 'here' ? topics.value : []
  const worn = blendFamilies(song?.genres ?? draft.genres, known)

  const show = useCallback((made: Song) => {
    setSong(made)
    setAsked(true)
    history.pushState({ song: made.id }, '', `/song/${made.id}`)
  }, [])
  const { making, make, cancel, forget } = useMaking(show)

  // Back to the form by the browser's own button; what was written still stands in it.
  useEffect(() => {
    const back = () => {
      if (window.location.pathname !== '/') return window.location.reload()
      setSought(undefined)
      setSong(null)
    }
    window.addEventListener('popstate', back)
    return () => window.removeEventListener('popstate', back)
  }, [])

  const start = (request: MashupRequestInput) => {
    player.stop()
    window.scrollTo({ top: 0 })
    setSought(undefined)
    void make(request)
  }
  const home = (from: Song) => {
    history.pushState({}, '', '/')
    // A song that came by its link brings its wishes along; one of this form has them still.
    if (sought) change(draftOf(from))
    setSought(undefined)
    setSong(null)
    forget()
    window.scrollTo({ top: 0 })
    document.getElementById('main')?.focus({ preventScroll: true })
  }

  if (making.state === 'making')
    return (
      <Shell title="Your song is being made">
        <BlendBand families={worn} tall />
        <div className="within studio-over">
          <div className="studio-sheet studio-making">
            <Making steps={making.steps} onCancel={cancel} />
            <Wishes draft={song ? draftOf(song) : draft} genres={known} />
          </div>
        </div>
      </Shell>
    )
  const problem = making.state === 'problem' ? making.problem : null
  const again = () => making.state === 'problem' && start(making.request)
  if (song)
    return (
      <Shell title={song.title}>
        <Announcement>{problem ? '' : `Your song is ready: ${song.title}`}</Announcement>
        {problem && (
          <div className="within">
            <Trouble problem={problem} own={ownWords} again={again} />
          </div>
        )}
        <SongView
          song={song}
          genres={known}
          player={player}
          asked={asked}
          onHook={(hook) => start(hookRequest(song, hook))}
          onAgain={() => start(againRequest(song))}
          onNew={() => home(song)}
        />
      </Shell>
    )
  if (sought) return <SoughtSong id={sought} onSong={setSong} />
  return (
    <Shell title="Lit Music Mashup">
      <div className="studio-hero within">
        <h1>Make a song about what you study</h1>
        <p className="lead">
          Two kinds of music, one topic. You choose; the agents compose; every chord and rhyme is checked.
        </p>
      </div>
      <BlendBand families={worn} tall />
      <div className="within studio-over">
        {problem && <Trouble problem={problem} own={ownWords} again={again} />}
        <SongForm
          draft={draft}
          onChange={change}
          genres={genres}
          topics={knownTopics}
          troubles={problem ? troublesOf(problem.faults, draft, { prompt: 'topic' }) : {}}
          player={player}
          onMake={() => start(requestOf(draft, knownTopics))}
        />
      </div>
    </Shell>
  )
}

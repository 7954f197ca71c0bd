import { useEffect, useRef } from 'react'
import { BlendBand } from '../../design/blend-band.js'
import { Callout } from '../../design/card.js'
import { Shell } from '../../design/shell.js'
import { Announcement } from '../../design/status.js'
import { useKept } from '../classroom/use-kept.js'
import { blendFamilies, useGenres } from '../studio/use-library.js'
import { AiAtWork } from './ai-at-work.js'
import { Arranging } from './arranging.js'
import { BackToActivity } from './back-to-activity.js'
import { Door } from './door.js'
import { Cancelled, Finished } from './finished.js'
import { OwnHeld, TeacherCard } from './held.js'
import { Hooks } from './hooks.js'
import { tidyAddress } from './invitation.js'
import { Invite } from './invite.js'
import { Leftovers } from './leftovers.js'
import { Lobby } from './lobby.js'
import { LookingIn } from './looking-in.js'
import { Lyrics } from './lyrics.js'
import { People, PeopleInBrief } from './people.js'
import { Review } from './review.js'
import { isOfCourse, noDrafts, type Room, RoomContext, rightsOf } from './room.js'
import { StagePath } from './stage-path.js'
import { useAnnouncer } from './use-announcer.js'
import { useSession } from './use-session.js'
import { WayOut } from './way-out.js'
import { WhoDidWhat } from './who-did-what.js'
import { nowOf, stageNames, timeOf } from './words.js'
import '../classroom/classroom.css'
import './session.css'
import './sheet.css'

const stages = {
  lobby: Lobby,
  hooks: Hooks,
  lyrics: Lyrics,
  arranging: Arranging,
  review: Review,
  finished: Finished,
  cancelled: Cancelled,
} as const

/** A session: one song that several people make together, as one of them sees it. */
export function Page({ id = '' }: { id?: string }) {
  const { client, known } = useSession(id)
  const { view, problem, ...rest } = known
  const asked = useGenres()
  const genres = asked.state === 'here' ? asked.value : []
  const [drafts, changeDrafts] = useKept(`session.${id}`, noDrafts)
  const { said, say } = useAnnouncer(view)
  useEffect(() => {
    if (view) tidyAddress()
  }, [view])

  if (!view)
    return (
      <Shell title="A song together">
        <div className="within session">
          <Door client={client} problem={problem} />
        </div>
      </Shell>
    )
  const room: Room = {
    ...rest,
    id,
    view,
    rights: rightsOf(view),
    genres,
    drafts,
    changeDrafts,
    writing: (line) => client.writing(line),
    give: (deed) => client.give(deed),
    say,
  }
  return (
    <Shell title={view.title ?? (view.request.topic ? `A song about ${view.request.topic}` : 'A song together')}>
      <RoomContext value={room}>
        <Session room={room} />
      </RoomContext>
      <Announcement>{said}</Announcement>
    </Shell>
  )
}

function Session({ room }: { room: Room }) {
  const { view, rights, genres, link } = room
  const heading = useRef<HTMLHeadingElement>(null)
  const worn = blendFamilies(view.request.genres.slice(0, 2), genres)
  const Stage = stages[view.stage]
  const over = view.stage === 'finished' || view.stage === 'cancelled'
  const invites = !over && rights.here && !isOfCourse(view)

  const seen = useRef(view.stage)

  // The button that closed a stage is gone with it: reading goes on at the new stage, unless somebody is writing elsewhere.
  useEffect(() => {
    if (seen.current === view.stage) return
    seen.current = view.stage
    if (document.activeElement === document.body || document.activeElement === null) {
      heading.current?.focus({ preventScroll: true })
      window.scrollTo({ top: 0 })
    }
  }, [view.stage])

  return (
    <div className="session-room">
      <BlendBand families={worn} />
      <div className="within session">
        <header className="session-head">
          {isOfCourse(view) && <BackToActivity />}
          <p className="session-topic">
            {view.request.topic ? `A song about ${view.request.topic}` : 'A song together'}
          </p>
          <StagePath stage={view.stage} />
          <h1 ref={heading} tabIndex={-1}>
            {stageNames[view.stage]}
          </h1>
          <p className="session-now">{nowOf(view.stage, rights, isOfCourse(view))}</p>
          {view.closesAt && (
            <p className="small">
              This stage closes by itself at <time dateTime={view.closesAt}>{timeOf(view.closesAt)}</time>.
            </p>
          )}
          <PeopleInBrief />
        </header>
        <div className="session-columns">
          <div className="session-main stack">
            {link === 'lost' && (
              <Callout tone="care" title="The connection is gone just now">
                It is tried again by itself. What you write stays here.
              </Callout>
            )}
            {!rights.here && !over && <LookingIn />}
            <AiAtWork />
            <OwnHeld />
            <Leftovers />
            {view.stage === 'lobby' && invites && <Invite />}
            <Stage />
            <WhoDidWhat />
          </div>
          <aside className="session-side stack" aria-label="The group">
            {rights.watches && <TeacherCard />}
            <People />
            {view.stage !== 'lobby' && invites && <Invite />}
            {!over && rights.here && <WayOut />}
          </aside>
        </div>
      </div>
    </div>
  )
}

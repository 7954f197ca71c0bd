import { useEffect, useRef } from 'react'
import { BlendBand } from '../../design/blend-band.js'
import { Callout } from '../../design/card.js'
import { blendFamilies } from '../song/blend.js'
import { AiAtWork } from './ai-at-work.js'
import { Arranging } from './arranging.js'
import { BackToActivity } from './back-to-activity.js'
import { Cancelled, Finished } from './finished.js'
import { OwnHeld, TeacherCard } from './held.js'
import { Hooks } from './hooks.js'
import { Invite } from './invite.js'
import { Leftovers } from './leftovers.js'
import { Lobby } from './lobby.js'
import { LookingIn } from './looking-in.js'
import { Lyrics } from './lyrics.js'
import { People, PeopleInBrief } from './people.js'
import { Review } from './review.js'
import { isOfCourse, useRoom } from './room.js'
import { StagePath } from './stage-path.js'
import { WayOut } from './way-out.js'
import { WhoDidWhat } from './who-did-what.js'
import { nowOf, stageNames, timeOf } from './words.js'

const stages = {
  lobby: Lobby,
  hooks: Hooks,
  lyrics: Lyrics,
  arranging: Arranging,
  review: Review,
  finished: Finished,
  cancelled: Cancelled,
} as const

/** The room around the stages: where the song is on its way, what there is to do now, and who is there. */
export function SessionRoom() {
  const { view, rights, genres, link } = useRoom()
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

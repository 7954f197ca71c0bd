import { useEffect } from 'react'
import { Shell } from '../../design/shell.js'
import { Announcement } from '../../design/status.js'
import { useKept } from '../classroom/use-kept.js'
import { useGenres } from '../request/use-library.js'
import { Door } from './door.js'
import { tidyAddress } from './invitation.js'
import { noDrafts, type Room, RoomContext, rightsOf } from './room.js'
import { SessionRoom } from './session-room.js'
import { useAnnouncer } from './use-announcer.js'
import { useSession } from './use-session.js'
import '../classroom/classroom.css'
import './session.css'
import './sheet.css'

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
        <SessionRoom />
      </RoomContext>
      <Announcement>{said}</Announcement>
    </Shell>
  )
}

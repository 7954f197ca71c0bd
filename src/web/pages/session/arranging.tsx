import { useAct } from '../classroom/use-act.js'
import { ActNote } from './act-note.js'
import { useRoom } from './room.js'
import { SessionSong } from './session-song.js'
import { StageEnd } from './stage-end.js'
import { Vote } from './votes.js'

/** How the song is to sound: two or three ways, each with its reason, and the song so far to listen to. */
export function Arranging() {
  const { view, rights, give } = useRoom()
  const { problem, act } = useAct()
  const sings = rights.here && !rights.teaches
  const voters = view.people.filter(({ here, role }) => here && role !== 'teacher').length
  return (
    <>
      <ul className="options" aria-label="Ways for the song to sound">
        {view.arrangements.map(({ id, title, reason, votes }, at) => (
          <li key={id} className="option" data-mine={view.myVote === id}>
            <span className="author author-ai">AI</span>
            <p className="option-text">{title}</p>
            <p>{reason}</p>
            {at === 0 && view.song && <p className="small soft">This is the one to listen to below.</p>}
            <Vote
              about={title}
              votes={votes}
              mine={view.myVote === id}
              isDisabled={!sings}
              onVote={() => act(async () => void (await give({ type: 'chooseArrangement', option: id })))}
            />
          </li>
        ))}
      </ul>
      <ActNote problem={problem} />
      <StageEnd words="Take the one with most votes" isDisabled={view.arrangements.length === 0}>
        {view.voted} of {voters} {voters === 1 ? 'has' : 'have'} voted.
      </StageEnd>
      <SessionSong />
    </>
  )
}

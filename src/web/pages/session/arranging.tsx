import { useState } from 'react'
import { Button } from '../../design/button.js'
import { usePlayer, usePlayerValue } from '../../player/use-player.js'
import { useAct } from '../classroom/use-act.js'
import { ActNote } from './act-note.js'
import { useRoom } from './room.js'
import { OfferedSong } from './session-song.js'
import { StageEnd } from './stage-end.js'
import { Vote } from './votes.js'
import './author.css'
import './options.css'

/** How the song is to sound: two or three ways, each with its reason, each to be heard and seen before the vote. */
export function Arranging() {
  const { view, rights, give } = useRoom()
  const { problem, act } = useAct()
  const player = usePlayer()
  const sounding = usePlayerValue(player, ({ status }) => status === 'playing' || status === 'starting')
  const [wanted, setWanted] = useState<string | null>(null)
  const sings = rights.here && !rights.watches
  const voters = view.people.filter(({ here, role }) => here && role !== 'teacher').length
  const heard = wanted ?? view.arrangements[0]?.id
  const listen = (id: string) => {
    if (id === heard && sounding) return player.pause()
    // Within the press, as browsers let sound begin with one alone.
    player.prepare()
    if (id === wanted) return player.play()
    setWanted(id)
  }
  return (
    <>
      <ul className="options" aria-label="Ways for the song to sound">
        {view.arrangements.map(({ id, title, reason, votes }) => {
          const sounds = id === heard && sounding
          return (
            <li key={id} className="option" data-mine={view.myVote === id}>
              <span className="author author-ai">AI</span>
              <p className="option-text">{title}</p>
              <p>{reason}</p>
              <div className="row option-listen">
                <Button
                  icon={sounds ? 'pause' : 'play'}
                  aria-label={`${sounds ? 'Pause' : 'Listen to'}: ${title}`}
                  onPress={() => listen(id)}
                >
                  {sounds ? 'Pause' : 'Listen'}
                </Button>
                {id === heard && <span className="small soft">below you see this one</span>}
              </div>
              <Vote
                about={title}
                votes={votes}
                mine={view.myVote === id}
                isDisabled={!sings}
                onVote={() => act(async () => void (await give({ type: 'chooseArrangement', option: id })))}
              />
            </li>
          )
        })}
      </ul>
      <ActNote problem={problem} />
      <StageEnd words="Take the one with most votes" isDisabled={view.arrangements.length === 0}>
        {view.voted} of {voters} {voters === 1 ? 'has' : 'have'} voted.
      </StageEnd>
      {heard && view.song && <OfferedSong key={heard} option={heard} player={player} atOnce={heard === wanted} />}
    </>
  )
}

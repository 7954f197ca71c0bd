import type { ReactNode } from 'react'
import { leadersOf } from '../../../domain/session/leaders.js'
import { asProblem, type Problem } from '../../api/problem.js'
import { Button } from '../../design/button.js'
import { useAct } from '../classroom/use-act.js'
import { ActNote } from './act-note.js'
import { useRoom } from './room.js'
import './stage-end.css'

interface StageEndProps {
  /** What closing the stage does: "Take the hook with most votes". */
  words: string
  /** Of how far the group is: "2 of 3 have voted". */
  children?: ReactNode
  isDisabled?: boolean
  /** Before it: what is still on its way to the service. */
  first?: () => Promise<void>
  /** Why it was not closed. */
  onRefused?: (problem: Problem) => void
}

/** The way to the next stage, for who leads; the others read that it is theirs to go. */
export function StageEnd({ words, children, isDisabled = false, first, onRefused }: StageEndProps) {
  const { view, rights, online, give } = useRoom()
  const { busy, problem, act } = useAct()
  const isLed = leadersOf(view.people).some(({ number }) => online === null || online.includes(number))
  return (
    <div className="stage-end stack">
      <ActNote problem={problem} />
      <div className="stage-end-row">
        <p>{children}</p>
        {rights.leads ? (
          <Button
            look="main"
            isDisabled={busy || isDisabled || view.generation !== null || view.aiPaused}
            onPress={() =>
              act(async () => {
                await first?.()
                await give({ type: 'advance', stage: view.stage }).catch((thrown: unknown) => {
                  onRefused?.(asProblem(thrown))
                  throw thrown
                })
              })
            }
          >
            {words}
          </Button>
        ) : (
          rights.here && (isLed ? <p className="soft small">Your host goes on when you are ready.</p> : <StandIn />)
        )}
      </div>
    </div>
  )
}

/** While nobody who leads has the session open. */
function StandIn() {
  const { give } = useRoom()
  const { busy, problem, act } = useAct()
  return (
    <div className="stack">
      <p className="small">Your host is away just now.</p>
      <div>
        <Button isDisabled={busy} onPress={() => act(async () => void (await give({ type: 'takeLead' })))}>
          Go on without them
        </Button>
      </div>
      <ActNote problem={problem} />
    </div>
  )
}

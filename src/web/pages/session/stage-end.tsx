import type { ReactNode } from 'react'
import { Button } from '../../design/button.js'
import { useAct } from '../classroom/use-act.js'
import { ActNote } from './act-note.js'
import { useRoom } from './room.js'

interface StageEndProps {
  /** What closing the stage does: "Take the hook with most votes". */
  words: string
  /** Of how far the group is: "2 of 3 have voted". */
  children?: ReactNode
  isDisabled?: boolean
  /** Before it: what is still on its way to the service. */
  first?: () => Promise<void>
}

/** The way to the next stage, for who leads; the others read that it is theirs to go. */
export function StageEnd({ words, children, isDisabled = false, first }: StageEndProps) {
  const { view, rights, give } = useRoom()
  const { busy, problem, act } = useAct()
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
                await give({ type: 'advance', stage: view.stage })
              })
            }
          >
            {words}
          </Button>
        ) : (
          rights.here && <p className="soft small">Your host goes on when you are ready.</p>
        )}
      </div>
    </div>
  )
}

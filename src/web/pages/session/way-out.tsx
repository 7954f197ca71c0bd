import { Button } from '../../design/button.js'
import { Dialog } from '../../design/dialog.js'
import { useAct } from '../classroom/use-act.js'
import { ActNote } from './act-note.js'
import { useRoom } from './room.js'

/** Leaving, which one can take back, and ending the session for all, which one is asked about first. */
export function WayOut() {
  const { rights, give } = useRoom()
  const { busy, problem, act } = useAct()
  return (
    <div className="stack">
      <div className="row">
        <Button look="quiet" isDisabled={busy} onPress={() => act(async () => void (await give({ type: 'leave' })))}>
          Leave the group
        </Button>
        {rights.leads && (
          <Dialog
            title="End it for everybody?"
            trigger={
              <Button look="quiet" isDisabled={busy}>
                End the session
              </Button>
            }
          >
            {(close) => (
              <div className="stack">
                <p>The song will not be finished. This cannot be taken back.</p>
                <div className="row">
                  <Button
                    onPress={() => {
                      close()
                      act(async () => void (await give({ type: 'cancel' })))
                    }}
                  >
                    End it for all of us
                  </Button>
                  <Button look="quiet" onPress={close}>
                    Go on with the song
                  </Button>
                </div>
              </div>
            )}
          </Dialog>
        )}
      </div>
      <ActNote problem={problem} />
    </div>
  )
}

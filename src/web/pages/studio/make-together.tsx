import { startSession } from '../../api/sessions.js'
import { Button } from '../../design/button.js'
import { Trouble } from '../classroom/launched.js'
import { useAct } from '../classroom/use-act.js'
import { keepInvitation } from '../session/invitation.js'
import type { Draft } from './draft.js'
import { sessionRequestOf } from './draft.js'

/** Begins a session with what the form says so far; the rest is said there, with the others. */
export function MakeTogether({ draft }: { draft: Draft }) {
  const { busy, problem, act } = useAct()
  return (
    <>
      <Button
        icon="link"
        isDisabled={busy}
        onPress={() =>
          act(async () => {
            const { id, invitation } = await startSession(sessionRequestOf(draft))
            keepInvitation(id, invitation)
            window.location.assign(`/session/${id}#join=${invitation}`)
          })
        }
      >
        Make it together
      </Button>
      {problem && <Trouble problem={problem} />}
    </>
  )
}

import { startSession } from '../../api/sessions.js'
import { Button } from '../../design/button.js'
import { useAct } from '../classroom/use-act.js'
import { read } from '../request/written.js'
import { Trouble } from '../trouble.js'
import type { Draft } from './draft.js'

/** The draft as what a group begins with: whatever is not said yet, or not well, they say together. */
function beginningOf(draft: Draft) {
  const topic = draft.topic.trim()
  const { genres, ...rest } = read(draft)
  return {
    ...rest,
    ...(topic && { topic: topic.slice(0, 120) }),
    ...(genres.length > 0 && { genres }),
    skillLevel: draft.skillLevel,
  }
}

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
            const { id } = await startSession(beginningOf(draft))
            window.location.assign(`/session/${id}`)
          })
        }
      >
        Make it together
      </Button>
      {problem && <Trouble problem={problem} />}
    </>
  )
}

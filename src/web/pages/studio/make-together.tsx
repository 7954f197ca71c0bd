import { startSession } from '../../api/sessions.js'
import { Button } from '../../design/button.js'
import { Trouble } from '../classroom/launched.js'
import { useAct } from '../classroom/use-act.js'
import { type Draft, requestOf } from './draft.js'

/** The draft as what a group begins with: whatever is not said yet, or not well, they say together. */
function beginningOf(draft: Draft) {
  const { prompt, topic = prompt, genres, skillLevel, gradeLevel = 0, keyTerms, facts } = requestOf(draft)
  return {
    ...(topic && { topic: topic.slice(0, 120) }),
    ...(genres && genres.length > 0 && { genres }),
    ...(gradeLevel >= 1 && gradeLevel <= 12 && { gradeLevel }),
    ...(keyTerms && { keyTerms }),
    ...(facts && { facts }),
    skillLevel,
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

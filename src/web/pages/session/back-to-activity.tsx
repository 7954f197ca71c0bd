import { enter } from '../../api/classroom.js'
import { useAsked } from '../../api/use-asked.js'
import { LinkButton } from '../../design/button.js'

/** Back to the activity of the course that the page was opened from: a frame has no other way back. */
export function BackToActivity() {
  const asked = useAsked(enter)
  const assignment = asked.state === 'here' && asked.value.assignment
  if (!assignment) return null
  return (
    <div>
      <LinkButton look="quiet" icon="back" href={`/assignment/${assignment}`}>
        Back to the activity
      </LinkButton>
    </div>
  )
}

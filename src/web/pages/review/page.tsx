import { useCallback } from 'react'
import type { LaunchView } from '../../../domain/classroom.js'
import { readAssignment } from '../../api/classroom.js'
import { LinkButton } from '../../design/button.js'
import { EmptyState } from '../../design/status.js'
import { StudentView } from '../assignment/student-view.js'
import { Launched, PageName, Waiting } from '../classroom/launched.js'
import { StudentWork } from '../classroom/student-work.js'
import { useFresh } from '../classroom/use-fresh.js'
import { Trouble } from '../trouble.js'

/** One student's work, opened from the platform's own gradebook (LTI submission review). */
export const Page = () => (
  <Launched title="A student’s song">
    {({ assignment, about, role, chats }) =>
      assignment && about ? (
        <Review assignment={assignment} about={about} role={role} chats={chats} />
      ) : (
        <>
          <PageName>A student’s song</PageName>
          <EmptyState
            title="Nothing has been handed in"
            action={assignment && <LinkButton href={`/assignment/${assignment}`}>To the activity</LinkButton>}
          >
            This student has not opened the activity yet.
          </EmptyState>
        </>
      )
    }
  </Launched>
)

interface ReviewProps {
  assignment: string
  about: string
  role: LaunchView['role']
  chats: LaunchView['chats']
}

function Review({ assignment, about, role, chats }: ReviewProps) {
  const { again, ...asked } = useFresh(
    useCallback((signal: AbortSignal) => readAssignment(assignment, signal), [assignment]),
  )
  if (asked.state === 'waiting') return <Waiting what="Opening the song" />
  if (asked.state === 'problem')
    return (
      <>
        <PageName>A student’s song</PageName>
        <Trouble problem={asked.problem} again={again} />
      </>
    )
  const { value } = asked
  // Students open their own work from their gradebook: to them it is the page they know.
  if (value.view === 'student') return <StudentView assignment={value} chats={chats} again={again} />
  return (
    <StudentWork
      assignment={assignment}
      person={about}
      maximum={value.settings?.points ?? 0}
      mayGrade={role === 'teacher'}
    >
      <LinkButton look="quiet" icon="back" href={`/assignment/${assignment}`}>
        The whole class
      </LinkButton>
    </StudentWork>
  )
}

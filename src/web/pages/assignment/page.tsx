import { useCallback } from 'react'
import type { LaunchView } from '../../../domain/classroom.js'
import { readAssignment } from '../../api/classroom.js'
import { Callout } from '../../design/card.js'
import { Launched, PageName, Waiting } from '../classroom/launched.js'
import { useFresh } from '../classroom/use-fresh.js'
import { Trouble } from '../trouble.js'
import { StudentView } from './student-view.js'
import { TeacherView } from './teacher-view.js'

/** An activity of a course: to a student their own work, to who teaches there the class. */
export const Page = ({ id = '' }: { id?: string }) => (
  <Launched title="A song for your course">
    {({ role, chats }) =>
      role === 'observer' ? (
        <>
          <PageName>A song for your course</PageName>
          <Callout tone="note" title="There is nothing to see here for observers">
            Your course has not given you a part in this activity. Its teacher can.
          </Callout>
        </>
      ) : (
        <Assignment id={id} chats={chats} />
      )
    }
  </Launched>
)

function Assignment({ id, chats }: { id: string; chats: LaunchView['chats'] }) {
  const { again, ...asked } = useFresh(useCallback((signal: AbortSignal) => readAssignment(id, signal), [id]))
  if (asked.state === 'waiting') return <Waiting what="Reading the activity" />
  if (asked.state === 'problem')
    return (
      <>
        <PageName>A song for your course</PageName>
        <Trouble problem={asked.problem} again={again} />
      </>
    )
  const { value: assignment } = asked
  return assignment.view === 'student' ? (
    <StudentView assignment={assignment} chats={chats} again={again} />
  ) : (
    <TeacherView assignment={assignment} chats={chats} again={again} />
  )
}

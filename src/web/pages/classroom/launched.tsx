import type { ReactNode } from 'react'
import type { LaunchView } from '../../../domain/classroom.js'
import { enter } from '../../api/classroom.js'
import { useAsked } from '../../api/use-asked.js'
import { Shell } from '../../design/shell.js'
import { Announcement } from '../../design/status.js'
import { Trouble } from '../trouble.js'
import './classroom.css'

interface LaunchedProps {
  title: string
  children: (launch: LaunchView) => ReactNode
}

/** A page that a launch leads to: it is shown once its person is known, and says kindly when they cannot be. */
export function Launched({ title, children }: LaunchedProps) {
  const asked = useAsked(enter)
  return (
    <Shell title={title} aside={asked.state === 'here' ? <CourseName launch={asked.value} /> : undefined}>
      <div className="within classroom">
        {asked.state === 'waiting' && <Waiting what="Opening your page" />}
        {asked.state === 'problem' && (
          <>
            <PageName>{title}</PageName>
            <Trouble problem={asked.problem} again={asked.again} />
          </>
        )}
        {asked.state === 'here' && children(asked.value)}
      </div>
    </Shell>
  )
}

/** What a page is about, at its top. */
export const PageName = ({ children }: { children: ReactNode }) => (
  <header className="classroom-head">
    <h1>{children}</h1>
  </header>
)

const roleWords: Record<LaunchView['role'], string> = {
  student: 'student',
  teacher: 'teacher',
  assistant: 'teaching assistant',
  observer: 'observer',
}

const CourseName = ({ launch: { course, role } }: { launch: LaunchView }) => (
  <p className="small soft classroom-course">
    {course.title && <>{course.title} · </>}
    you are here as a {roleWords[role]}
  </p>
)

/** Said once; on a quick network it is hardly seen. */
export const Waiting = ({ what }: { what: string }) => (
  <>
    <p className="soft classroom-waiting" aria-hidden="true">
      {what} …
    </p>
    <Announcement>{what} …</Announcement>
  </>
)

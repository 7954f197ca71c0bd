import { useCallback } from 'react'
import type { AssignmentView, Roster, RosterStudent } from '../../../domain/classroom.js'
import { readRoster } from '../../api/classroom.js'
import { Button } from '../../design/button.js'
import { Badge, Callout } from '../../design/card.js'
import { EmptyState } from '../../design/status.js'
import { Table } from '../../design/table.js'
import { Waiting } from '../classroom/launched.js'
import { useFresh } from '../classroom/use-fresh.js'
import { counted, day, passbackWords, points } from '../classroom/words.js'
import { Trouble } from '../trouble.js'
import { SyncLine } from './sync-line.js'
import './class-table.css'

type Taught = Extract<AssignmentView, { view: 'teacher' | 'assistant' }>

interface ClassTableProps {
  assignment: Taught
  onOpen: (person: string) => void
}

/** Who is in the course and who has done what. */
export function ClassTable({ assignment: { id, view }, onOpen }: ClassTableProps) {
  const { again, ...asked } = useFresh(useCallback((signal: AbortSignal) => readRoster(id, signal), [id]))
  if (asked.state === 'problem') return <Trouble problem={asked.problem} again={again} />
  if (asked.state === 'waiting') return <Waiting what="Reading the class" />
  const roster = asked.value
  return (
    <div className="stack class">
      <Summary roster={roster} />
      <SyncLine roster={roster} teaches={view === 'teacher'} again={again} />
      {!roster.gradebook && (
        <Callout tone="care" title="Grades stay here">
          This course takes no grades from this tool, so nothing is sent. Write the points into its gradebook yourself,
          or ask the administrator of your learning platform to allow it.
        </Callout>
      )}
      {roster.students.length === 0 ? (
        <EmptyState title="Nobody is here yet">Students appear once they open this activity in your course.</EmptyState>
      ) : (
        <Table
          caption="The class"
          rows={roster.students}
          rowId={({ person }) => person}
          columns={[
            { name: 'Student', cell: (row) => <Name row={row} /> },
            { name: 'Song', cell: (row) => <Work row={row} /> },
            {
              name: 'Points',
              numeric: true,
              cell: ({ grade }) => (grade ? `${points(grade.points)} of ${points(grade.maximum)}` : '–'),
            },
            ...(roster.gradebook ? [{ name: 'Gradebook', cell: (row: RosterStudent) => <Gradebook row={row} /> }] : []),
            { name: 'Their work', cell: (row) => <Next row={row} onOpen={onOpen} /> },
          ]}
        />
      )}
    </div>
  )
}

function Summary({ roster: { students } }: { roster: Roster }) {
  const here = students.filter(({ leftAt }) => leftAt === null)
  const handedIn = here.filter(({ submission }) => submission).length
  const graded = here.filter(({ grade }) => grade).length
  const stuck = students.filter(
    ({ passback }) => passback && ['refused', 'needs attention'].includes(passback.state),
  ).length
  const figures: [number, string][] = [
    [here.length, here.length === 1 ? 'student' : 'students'],
    [handedIn, 'handed in'],
    [graded, 'graded'],
  ]
  return (
    <>
      <ul className="class-figures">
        {figures.map(([figure, name]) => (
          <li key={name}>
            <strong>{figure}</strong> {name}
          </li>
        ))}
      </ul>
      {stuck > 0 && (
        <Callout tone="care" title={`${counted(stuck, 'grade')} did not get into the gradebook`}>
          The table says why, and each can be sent again from the student’s page.
        </Callout>
      )}
    </>
  )
}

const Name = ({ row: { name, leftAt } }: { row: RosterStudent }) => (
  <span className="class-name">
    {name}
    {leftAt && <span className="small soft">left the course {day(leftAt)}</span>}
  </span>
)

function Work({ row: { submission, newer } }: { row: RosterStudent }) {
  if (!submission) return <span className="soft">not handed in</span>
  return (
    <span className="class-cell">
      <span>{submission.title}</span>
      <span className="small soft">
        {day(submission.submittedAt)}
        {submission.revision > 1 && `, ${submission.revision} times`}
      </span>
      {newer && <Badge tone="care">New since the grade</Badge>}
    </span>
  )
}

function Next({ row, onOpen }: { row: RosterStudent; onOpen: (person: string) => void }) {
  const { submission, newer, person, name, grade } = row
  const waits = submission !== null && (grade === null || newer)
  const word = waits ? 'Listen and grade' : 'Open'
  return (
    <Button look={waits ? 'plain' : 'quiet'} aria-label={`${word}: ${name}`} onPress={() => onOpen(person)}>
      {word}
    </Button>
  )
}

function Gradebook({ row: { grade, passback } }: { row: RosterStudent }) {
  if (!passback) return <span className="soft">{grade ? 'not sent' : '–'}</span>
  const { word, tone } = passbackWords[passback.state]
  return (
    <span className="class-cell">
      <Badge tone={tone}>{word}</Badge>
      {passback.reason && <span className="small">{passback.reason}</span>}
    </span>
  )
}

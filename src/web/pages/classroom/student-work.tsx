import { type ReactNode, useCallback, useEffect, useRef } from 'react'
import type { RosterStudent } from '../../../domain/classroom.js'
import { openSubmission, readRoster, suggestGrade } from '../../api/classroom.js'
import { asProblem } from '../../api/problem.js'
import { songPlace } from '../../api/songs.js'
import { Badge, Callout, Card } from '../../design/card.js'
import { useGenres } from '../request/use-library.js'
import { Share } from '../song/share.js'
import { Trouble } from '../trouble.js'
import { EvidenceList } from './evidence-list.js'
import { GradeForm } from './grade-form.js'
import { PageName, Waiting } from './launched.js'
import { SongPanel } from './song-panel.js'
import { useFresh } from './use-fresh.js'
import { day, points } from './words.js'

interface StudentWorkProps {
  assignment: string
  person: string
  maximum: number
  mayGrade: boolean
  /** Come to from the class: reading goes on at the student's name. */
  arriving?: boolean
  /** The way back, at the top. */
  children?: ReactNode
}

/** A student's song, what it might be worth and why, and the grade. */
export function StudentWork({ assignment, person, maximum, mayGrade, arriving = false, children }: StudentWorkProps) {
  const { again, ...asked } = useFresh(
    useCallback((signal: AbortSignal) => readWork(assignment, person, signal), [assignment, person]),
  )
  const genres = useGenres()
  if (asked.state === 'waiting')
    return (
      <>
        <div className="row">{children}</div>
        <Waiting what="Opening the song" />
      </>
    )
  if (asked.state === 'problem')
    return (
      <>
        <div className="row">{children}</div>
        <PageName>A student’s song</PageName>
        <Trouble problem={asked.problem} again={again} />
      </>
    )
  const { student, song, suggestion, gradebook } = asked.value
  return (
    <>
      <div className="row">{children}</div>
      <WorkHead student={student} arriving={arriving} />
      <div className="classroom-columns classroom-columns-work">
        <div className="stack">
          {song ? (
            <SongPanel
              song={song}
              genres={genres.state === 'here' ? genres.value : []}
              share={mayGrade && <Share place={songPlace(song.id)} />}
            />
          ) : (
            <Callout tone="note" title="Nothing has been handed in">
              A grade can be given all the same.
            </Callout>
          )}
        </div>
        <aside className="stack work-side" aria-label="Grade">
          {suggestion && (
            <Card as="div">
              <h2 className="work-side-title">
                Suggested: {points(suggestion.points)} of {points(suggestion.maximum)}
              </h2>
              <p className="soft small">A proposal, made of what was asked and what is there. You decide.</p>
              <EvidenceList evidence={suggestion.evidence} />
            </Card>
          )}
          <GradeForm
            key={`${student.grade?.revision ?? 0}`}
            assignment={assignment}
            student={student}
            maximum={maximum}
            suggested={suggestion?.points}
            mayGrade={mayGrade}
            gradebook={gradebook}
            again={again}
          />
        </aside>
      </div>
    </>
  )
}

/** All that the page shows of one student, read together. Nothing handed in is no problem here: a grade may be given without. */
async function readWork(assignment: string, person: string, signal: AbortSignal) {
  const unlessThere = (thrown: unknown): null => {
    const problem = asProblem(thrown)
    if (problem.code === 'not_found') return null
    throw problem
  }
  const [roster, opened, suggestion] = await Promise.all([
    readRoster(assignment, signal),
    openSubmission(assignment, person, signal).catch(unlessThere),
    suggestGrade(assignment, person, signal).catch(unlessThere),
  ])
  const student = roster.students.find((one) => one.person === person) ?? opened
  if (!student) throw asProblem(new Error('This student is not in the course.'))
  return { student, song: opened?.song ?? null, suggestion, gradebook: roster.gradebook }
}

function WorkHead({ student, arriving }: { student: RosterStudent; arriving: boolean }) {
  const { name, submission, newer, leftAt } = student
  const title = useRef<HTMLHeadingElement>(null)
  // What was pressed to come here is gone.
  useEffect(() => {
    if (!arriving) return
    title.current?.focus({ preventScroll: true })
    window.scrollTo({ top: 0 })
  }, [arriving])
  return (
    <header className="classroom-head">
      <h1 ref={title} tabIndex={-1}>
        {name}
      </h1>
      <p className="row">
        <span className="soft">
          {submission ? `Handed in ${day(submission.submittedAt)}` : 'Not handed in'}
          {submission && submission.revision > 1 && `, ${submission.revision} times`}
        </span>
        {newer && <Badge tone="care">New since the grade</Badge>}
        {leftAt && <Badge tone="note">Left the course {day(leftAt)}</Badge>}
      </p>
    </header>
  )
}

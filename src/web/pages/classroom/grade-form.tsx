import { type FormEvent, useState } from 'react'
import type { RosterStudent } from '../../../domain/classroom.js'
import { recordGrade } from '../../api/classroom.js'
import { Button } from '../../design/button.js'
import { Card } from '../../design/card.js'
import { Field } from '../../design/field.js'
import { asSentence } from '../problem-words.js'
import { Trouble } from '../trouble.js'
import { PassbackLine } from './passback-line.js'
import { useAct } from './use-act.js'
import { useKept } from './use-kept.js'
import { day, points } from './words.js'

interface GradeFormProps {
  assignment: string
  student: RosterStudent
  maximum: number
  suggested: number | undefined
  mayGrade: boolean
  gradebook: boolean
  again: () => void
}

/** "8,5" is how half of Europe writes it. */
const numberOf = (text: string): number => Number(text.trim().replace(',', '.') || Number.NaN)

/** Points and a comment by the teacher, and what became of the grade on its way. */
export function GradeForm({ assignment, student, maximum, suggested, mayGrade, gradebook, again }: GradeFormProps) {
  const { person, grade } = student
  const [draft, change, sent] = useKept(`grade.${assignment}.${person}.${grade?.revision ?? 0}`, {
    points: grade ? String(grade.points) : '',
    comment: grade?.comment ?? '',
  })
  const [tried, setTried] = useState(false)
  const { busy, problem, act } = useAct()
  const given = numberOf(draft.points)
  const wrong = !(given >= 0 && given <= maximum) ? `Points go from 0 to ${points(maximum)}.` : undefined
  const faultAt = (at: string) => {
    const fault = problem?.faults.find((one) => one.at === at)
    return fault && asSentence(fault.message)
  }

  function save(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (wrong) return
    act(async () => {
      await recordGrade(assignment, person, { points: given, comment: draft.comment, revision: grade?.revision ?? 0 })
      sent()
      again()
    })
  }

  return (
    <Card as="div">
      <h2 className="work-side-title">Grade</h2>
      {grade && (
        <p>
          <strong>
            {points(grade.points)} of {points(grade.maximum)}
          </strong>{' '}
          <span className="soft small">{day(grade.gradedAt)}</span>
          {!mayGrade && grade.comment && <span className="grade-comment">{grade.comment}</span>}
        </p>
      )}
      <PassbackLine student={student} gradebook={gradebook} mayRetry={mayGrade} assignment={assignment} again={again} />
      {mayGrade ? (
        <form className="stack" onSubmit={save} noValidate>
          {problem && problem.faults.length === 0 && <Trouble problem={problem} again={again} />}
          <Field
            label={`Points, out of ${points(maximum)}`}
            inputMode="decimal"
            value={draft.points}
            onChange={(text) => change({ points: text })}
            trouble={(tried ? wrong : undefined) ?? faultAt('/points')}
          />
          {suggested !== undefined && draft.points.trim() === '' && (
            <div>
              <Button look="quiet" onPress={() => change({ points: String(suggested) })}>
                Take the suggested {points(suggested)}
              </Button>
            </div>
          )}
          <Field
            label="Comment for the student"
            rows={4}
            value={draft.comment}
            onChange={(comment) => change({ comment })}
            trouble={faultAt('/comment')}
          />
          <div>
            <Button look="main" type="submit">
              {busy ? 'One moment …' : grade ? 'Change the grade' : 'Give the grade'}
            </Button>
          </div>
        </form>
      ) : (
        <p className="soft small">Teaching assistants see everything here; the teacher gives the grade.</p>
      )}
    </Card>
  )
}

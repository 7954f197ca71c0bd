import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { RosterStudent } from '../../../domain/classroom.js'
import { recordGrade, retryPassback } from '../../api/classroom.js'
import { Button } from '../../design/button.js'
import { Callout, Card } from '../../design/card.js'
import { Field } from '../../design/field.js'
import { Announcement } from '../../design/status.js'
import { Trouble } from './launched.js'
import { useAct } from './use-act.js'
import { useKept } from './use-kept.js'
import { asSentence, day, passbackWords, points } from './words.js'

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
          {!mayGrade && grade.comment && <span className="own-grade-comment">{grade.comment}</span>}
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

const lookAgainMs = 3000
const looksAtMost = 5

interface PassbackLineProps {
  assignment: string
  student: RosterStudent
  gradebook: boolean
  mayRetry: boolean
  again: () => void
}

/** Where the grade is on its way to the gradebook, why it is not there yet, and another try. */
function PassbackLine({
  assignment,
  student: { person, grade, passback },
  gradebook,
  mayRetry,
  again,
}: PassbackLineProps) {
  const { problem, act } = useAct()
  const looks = useRef(0)
  const onItsWay = passback?.state === 'queued' && passback.reason === null
  // It mostly arrives within seconds; what takes longer is looked for by hand.
  useEffect(() => {
    if (!onItsWay || looks.current >= looksAtMost) return
    const timer = setInterval(() => {
      looks.current++
      if (looks.current >= looksAtMost) clearInterval(timer)
      again()
    }, lookAgainMs)
    return () => clearInterval(timer)
  }, [onItsWay, again])
  if (!grade) return null
  if (!gradebook)
    return (
      <Callout tone="care" title="This grade stays here">
        The course takes no grades from this tool: write the points into its gradebook yourself.
      </Callout>
    )
  const { tone, word, text } = passback
    ? passbackWords[passback.state]
    : { tone: 'care' as const, word: 'Not sent', text: 'The grade has not been sent.' }
  const settled = passback?.state === 'confirmed'
  return (
    <>
      <Announcement>{text}</Announcement>
      <Callout
        tone={tone}
        title={word}
        actions={
          <>
            {mayRetry && !settled && (
              <Button
                icon="again"
                onPress={() =>
                  act(async () => {
                    await retryPassback(assignment, person)
                    again()
                  })
                }
              >
                Send it again
              </Button>
            )}
            {!settled && (
              <Button look="quiet" onPress={again}>
                Look again
              </Button>
            )}
          </>
        }
      >
        {passback?.reason ?? text}
        {passback && <span className="small soft"> {day(passback.updatedAt)}</span>}
      </Callout>
      {problem && <Trouble problem={problem} />}
    </>
  )
}

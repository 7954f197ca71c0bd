import { useCallback } from 'react'
import { readOwnGrade } from '../../api/classroom.js'
import { Card } from '../../design/card.js'
import { Disclosure } from '../../design/disclosure.js'
import { EvidenceList } from '../classroom/evidence-list.js'
import { useFresh } from '../classroom/use-fresh.js'
import { day, points } from '../classroom/words.js'
import { Trouble } from '../trouble.js'
import './own.css'

/** The grade, what the teacher says of it, and what the song has of what was asked. */
export function OwnGrade({ assignment }: { assignment: string }) {
  const asked = useFresh(useCallback((signal: AbortSignal) => readOwnGrade(assignment, signal), [assignment]))
  if (asked.state === 'waiting') return null
  if (asked.state === 'problem') return <Trouble problem={asked.problem} again={asked.again} />
  const { points: given, maximum, comment, gradedAt, evidence } = asked.value
  return (
    <Card label="Your grade">
      <div className="own-grade">
        <div>
          <h2>Your grade</h2>
          <p className="own-grade-points">
            <strong>{points(given)}</strong> of {points(maximum)}
          </p>
          <p className="small soft">{day(gradedAt)}</p>
        </div>
        <div className="stack">
          {comment && <blockquote className="grade-comment">{comment}</blockquote>}
          {evidence.length > 0 && (
            <Disclosure title="What was asked, and what your song has">
              <EvidenceList evidence={evidence} />
            </Disclosure>
          )}
        </div>
      </div>
    </Card>
  )
}

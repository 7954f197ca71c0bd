import { useEffect, useRef } from 'react'
import type { RosterStudent } from '../../../domain/classroom.js'
import { retryPassback } from '../../api/classroom.js'
import { Button } from '../../design/button.js'
import { Callout } from '../../design/card.js'
import { Announcement } from '../../design/status.js'
import { Trouble } from '../trouble.js'
import { useAct } from './use-act.js'
import { day, passbackWords } from './words.js'

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
export function PassbackLine({
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

import { useEffect, useRef } from 'react'
import type { Progress } from '../../api/songs.js'
import { Button } from '../../design/button.js'
import { Icon } from '../../design/icon.js'
import { Announcement, Progress as ProgressBar } from '../../design/status.js'
import { stepOrder, stepWords } from './step-words.js'
import './making.css'

interface MakingProps {
  steps: readonly Progress[]
  onCancel: () => void
}

/** Where each agent is: waiting, at it, or done. */
function stateOf(step: string, steps: readonly Progress[]): 'waiting' | 'working' | 'done' {
  const last = steps.findLast((seen) => seen.step === step && seen.type !== 'token' && seen.type !== 'setback')
  if (!last) return 'waiting'
  return last.type === 'started' ? 'working' : 'done'
}

/** The agents at work. One sentence is said at a time; the list is there to look at. */
export function Making({ steps, onCancel }: MakingProps) {
  const states = stepOrder.map((step) => ({ step, state: stateOf(step, steps) }))
  const done = states.filter(({ state }) => state === 'done').length
  const working = states.filter(({ state }) => state === 'working').map(({ step }) => stepWords[step]![0])
  const title = useRef<HTMLHeadingElement>(null)
  // The button that began it is gone, and with it where somebody was on the page.
  useEffect(() => title.current?.focus({ preventScroll: true }), [])
  const again = steps.findLast(({ type }) => type === 'retry')
  return (
    <section className="making" aria-labelledby="making-title">
      <h1 id="making-title" ref={title} tabIndex={-1}>
        Your song is being made
      </h1>
      <ProgressBar label="So far" value={done / stepOrder.length} said={`${done} of ${stepOrder.length} steps`} />
      <ol className="making-steps">
        {states.map(({ step, state }) => (
          <li key={step} className={`making-step making-${state}`}>
            <span className="making-note" aria-hidden="true">
              {state === 'done' && <Icon name="check" />}
            </span>
            <span>{stepWords[step]![state === 'done' ? 1 : 0]}</span>
            <span className="visually-hidden">
              {state === 'waiting' ? ', not yet' : state === 'done' ? ', done' : ', now'}
            </span>
          </li>
        ))}
      </ol>
      {again && (
        <p className="soft">It was good, and not good enough yet: the agents are going through it once more.</p>
      )}
      <Announcement>{working[0] ? `${working[0]} …` : ''}</Announcement>
      <div>
        <Button icon="close" onPress={onCancel}>
          Stop making it
        </Button>
      </div>
    </section>
  )
}

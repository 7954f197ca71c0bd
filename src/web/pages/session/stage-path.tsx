import type { Stage } from '../../../domain/session/stages.js'
import { path, stageNames } from './words.js'
import './stage-path.css'

/** Where the group is on its way, as notes that climb a staff. */
export function StagePath({ stage }: { stage: Stage }) {
  const at = path.indexOf(stage as (typeof path)[number])
  return (
    <ol className="stage-path" aria-label="The way to your song">
      {path.map((name, step) => {
        const state = step < at ? 'done' : step === at ? 'now' : 'ahead'
        return (
          <li
            key={name}
            className={`stage-step stage-step-${state}`}
            aria-current={state === 'now' ? 'step' : undefined}
          >
            <span className="stage-note" aria-hidden="true" />
            <span className="stage-name">
              {stageNames[name]}
              {state === 'done' && <span className="visually-hidden">, done</span>}
            </span>
          </li>
        )
      })}
    </ol>
  )
}

import type { Problem } from '../../api/problem.js'
import { Callout } from '../../design/card.js'
import { kindly } from '../problem-words.js'
import { ownWords } from './words.js'

/** Why something was not done, beside where one tried it. Read out at once. */
export function ActNote({ problem }: { problem: Problem | null }) {
  if (!problem) return null
  const { title, text } = kindly(problem, ownWords)
  return (
    <div role="alert">
      <Callout tone="care" title={title}>
        {text}
      </Callout>
    </div>
  )
}

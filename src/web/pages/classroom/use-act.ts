import { useState } from 'react'
import { asProblem, type Problem } from '../../api/problem.js'

/** Something that a button does: whether it is being done, and what went wrong with it. */
export function useAct(): { busy: boolean; problem: Problem | null; act: (work: () => Promise<void>) => void } {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const act = (work: () => Promise<void>) => {
    if (busy) return
    setBusy(true)
    setProblem(null)
    work()
      .catch((thrown: unknown) => setProblem(asProblem(thrown)))
      .finally(() => setBusy(false))
  }
  return { busy, problem, act }
}

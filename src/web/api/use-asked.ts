import { useCallback, useEffect, useState } from 'react'
import { asProblem, type Problem } from './problem.js'

export type Asked<T> = { state: 'waiting' } | { state: 'here'; value: T } | { state: 'problem'; problem: Problem }

/** What a question to the service gave so far. Asked when the page opens and again with `again`; `read` must not change. */
export function useAsked<T>(read: (signal: AbortSignal) => Promise<T>): Asked<T> & { again: () => void } {
  const [asked, setAsked] = useState<Asked<T>>({ state: 'waiting' })
  const [times, setTimes] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: asking again is what `times` is for
  useEffect(() => {
    const leaving = new AbortController()
    setAsked({ state: 'waiting' })
    read(leaving.signal).then(
      (value) => leaving.signal.aborted || setAsked({ state: 'here', value }),
      (thrown) => leaving.signal.aborted || setAsked({ state: 'problem', problem: asProblem(thrown) }),
    )
    return () => leaving.abort()
  }, [read, times])
  return { ...asked, again: useCallback(() => setTimes((before) => before + 1), []) }
}

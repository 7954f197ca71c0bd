import { useCallback, useEffect, useState } from 'react'
import type { ShownEvent } from '../../../domain/session/shown-event.js'
import { asProblem, type Problem } from '../../api/problem.js'
import { readEvents } from '../../api/sessions.js'

/** What has happened in a session up to a number: read when it is wanted, and on from there as it goes on. */
export function useEvents(session: string, seq: number) {
  const [events, setEvents] = useState<readonly ShownEvent[]>([])
  const [problem, setProblem] = useState<Problem | null>(null)
  const [times, setTimes] = useState(0)
  const last = events.at(-1)?.seq ?? 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: asking again is what `times` is for
  useEffect(() => {
    if (last >= seq) return
    const leaving = new AbortController()
    readEvents(session, last, leaving.signal).then(
      (more) => {
        setProblem(null)
        setEvents((known) => [...known, ...more.filter((one) => one.seq > (known.at(-1)?.seq ?? 0))])
      },
      (thrown) => leaving.signal.aborted || setProblem(asProblem(thrown)),
    )
    return () => leaving.abort()
  }, [session, seq, last, times])
  return { events, problem, again: useCallback(() => setTimes((before) => before + 1), []) }
}

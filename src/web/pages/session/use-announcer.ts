import { useCallback, useEffect, useRef, useState } from 'react'
import type { SessionView } from '../../../domain/session/view-schema.js'
import { newsOf } from './news.js'

/** No more often than this, and no more sentences than these at a time: who listens also wants to write. */
const pauseMs = 4_000
const sentencesAtMost = 3

/** One voice for all that happens in a session. `said` goes into the page's one live region. */
export function useAnnouncer(view: SessionView | null): { said: string; say: (sentence: string) => void } {
  const [said, setSaid] = useState('')
  const waiting = useRef<string[]>([])
  const timer = useRef<number>(undefined)
  const last = useRef<SessionView | null>(null)

  const say = useCallback((...sentences: string[]) => {
    if (sentences.length === 0) return
    waiting.current.push(...sentences)
    timer.current ??= window.setTimeout(function flush() {
      const now = waiting.current.splice(0)
      setSaid([...now.slice(0, sentencesAtMost), ...(now.length > sentencesAtMost ? ['And more.'] : [])].join(' '))
      timer.current = window.setTimeout(() => {
        timer.current = undefined
        if (waiting.current.length > 0) say(...waiting.current.splice(0))
      }, pauseMs)
    }, 300)
  }, [])

  useEffect(() => {
    if (view && last.current) say(...newsOf(last.current, view))
    if (view) last.current = view
  }, [view, say])
  useEffect(
    () => () => {
      clearTimeout(timer.current)
      timer.current = undefined
    },
    [],
  )
  return { said, say }
}

import { useEffect, useRef, useState } from 'react'
import type { SessionRequest } from '../../../domain/session/commands.js'
import { useAct } from '../classroom/use-act.js'
import { useRoom } from './room.js'

/** After a pause in typing; and before the stage is closed in any case. */
const pauseMs = 700

/** The request as its host changes it: sent by itself, and shown to all. */
export function useWishes() {
  const { view, give } = useRoom()
  const [draft, setDraft] = useState<Partial<SessionRequest>>({})
  const { problem, act } = useAct()
  const timer = useRef<number>(undefined)
  const latest = useRef(draft)
  latest.current = draft

  async function send(): Promise<void> {
    clearTimeout(timer.current)
    const sent = latest.current
    const { topic, ...others } = sent
    const wish = { ...others, ...(topic?.trim() && { topic: topic.trim() }) }
    if (Object.keys(wish).length === 0) return
    await give({ type: 'setRequest', request: wish })
    setDraft((now) => (now === sent ? {} : now))
  }
  const change = (part: Partial<SessionRequest>, pause = pauseMs) => {
    setDraft((before) => ({ ...before, ...part }))
    clearTimeout(timer.current)
    timer.current = window.setTimeout(() => act(send), pause)
  }
  useEffect(() => () => clearTimeout(timer.current), [])

  return { request: { ...view.request, ...draft }, change, send, problem }
}

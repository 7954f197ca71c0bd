import { useEffect, useRef, useState } from 'react'
import { useAct } from '../classroom/use-act.js'
import type { Form } from '../request/form.js'
import { found, unread } from '../request/troubles.js'
import { useRoom } from './room.js'
import { requestOf, type WishDraft, wishDraft } from './wish-draft.js'

/** After a pause in typing; and before the stage is closed in any case. */
const pauseMs = 700

/** The request as its host changes it: sent by itself, and shown to all. */
export function useWishes() {
  const { view, give } = useRoom()
  const [entered, setEntered] = useState<Partial<WishDraft>>({})
  const [unsent, setUnsent] = useState<Partial<WishDraft>>({})
  const { problem, act } = useAct()
  const timer = useRef<number>(undefined)
  const latest = useRef(unsent)
  latest.current = unsent

  async function send(): Promise<void> {
    clearTimeout(timer.current)
    const sent = latest.current
    const request = requestOf(sent)
    if (Object.keys(request).length === 0) return
    await give({ type: 'setRequest', request })
    setUnsent((now) => (now === sent ? {} : now))
  }
  function onChange(change: Partial<WishDraft>) {
    setEntered((before) => ({ ...before, ...change }))
    setUnsent((before) => ({ ...before, ...change }))
    clearTimeout(timer.current)
    // What is picked is meant; what is typed may go on.
    const picked = 'genres' in change || 'skillLevel' in change
    timer.current = window.setTimeout(() => act(send), picked ? 0 : pauseMs)
  }
  useEffect(() => () => clearTimeout(timer.current), [])

  const draft = wishDraft({ ...view.request, ...requestOf(unsent) }, entered)
  const wrong = found<WishDraft>({ gradeLevel: unread('gradeLevel', draft.gradeLevel) })
  const form: Form<WishDraft> = { draft, onChange, wrong }
  return { form, send, problem }
}

import { z } from 'zod'
import type { ShownProgress } from './protocol.js'

/** A step's words stream in by the token; a group is told a few times a second where the AI is. */
const everyMs = 250

/** What of the workflow's progress is shown: which step, and whether it begins or ends. Its text may still be refused. */
const shownSchema = z.object({
  type: z.enum(['started', 'finished', 'failed', 'setback', 'retry', 'fallback']),
  step: z.string().optional(),
})

/** Passes on the newest of what it is given, at most every quarter of a second for each session. */
export function throttleProgress(show: (session: string, progress: ShownProgress) => void) {
  const waiting = new Map<string, { timer: NodeJS.Timeout; last: ShownProgress | null }>()

  const rest = (session: string) =>
    setTimeout(() => {
      const last = waiting.get(session)?.last
      waiting.delete(session)
      if (last) pass(session, last)
    }, everyMs)
  const pass = (session: string, progress: ShownProgress) => {
    show(session, progress)
    waiting.set(session, { timer: rest(session), last: null })
  }

  return {
    take(session: string, progress: object) {
      const { data } = shownSchema.safeParse(progress)
      if (!data) return
      const shown = { type: data.type, step: data.step ?? null }
      const before = waiting.get(session)
      if (before) before.last = shown
      else pass(session, shown)
    },
    close() {
      for (const { timer } of waiting.values()) clearTimeout(timer)
    },
  }
}

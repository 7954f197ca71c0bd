import { z } from 'zod'
import type { Context } from '../context.js'

/** PostgreSQL carries it to every process, whatever else they share (docs/decisions/fan-out.md). */
const channel = 'lmm_session_progress'

/** A step's words stream in by the token; a group is told a few times a second where the AI is. */
const everyMs = 250

/** What of the workflow's progress is shown: which step, and whether it begins or ends. Its text may still be refused. */
const progressSchema = z.object({
  type: z.enum(['started', 'finished', 'failed', 'setback', 'retry', 'fallback']),
  step: z.string().nullable().default(null),
})
export type SessionProgress = z.infer<typeof progressSchema>

const toldSchema = z.object({ session: z.uuid(), progress: progressSchema })

/**
 * Tells all processes how the AI's turn in a session goes on: the newest of what it is given, at most every quarter of a second.
 * For show, and never kept; what cannot be told is let go.
 */
export function tellProgress(ctx: Context, session: string): { take: (progress: object) => void; end: () => void } {
  let waiting: { timer: NodeJS.Timeout; last: SessionProgress | null } | undefined

  const tell = (progress: SessionProgress) => {
    waiting = { timer: setTimeout(rested, everyMs), last: null }
    ctx.db
      .alone('SELECT pg_notify($1, $2)', [channel, JSON.stringify({ session, progress })])
      .catch((err: unknown) => ctx.log.debug({ err }, 'progress was not told'))
  }
  const rested = () => {
    const last = waiting?.last
    waiting = undefined
    if (last) tell(last)
  }
  return {
    take(progress) {
      const { data } = progressSchema.safeParse(progress)
      if (!data) return
      if (waiting) waiting.last = data
      else tell(data)
    },
    end: () => clearTimeout(waiting?.timer),
  }
}

/** Hears of the AI's turns in all processes, this one too. Resolves to the way to stop. */
export const hearProgress = (
  ctx: Context,
  hear: (session: string, progress: SessionProgress) => void,
): Promise<() => Promise<void>> =>
  ctx.db.listen(channel, (payload) => {
    const { data } = toldSchema.safeParse(parsed(payload))
    if (data) hear(data.session, data.progress)
  })

function parsed(payload: string): unknown {
  try {
    return JSON.parse(payload)
  } catch {
    return null
  }
}

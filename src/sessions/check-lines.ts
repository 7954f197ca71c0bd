import { z } from 'zod'
import type { Context } from '../context.js'
import type { Actor } from '../domain/actor.js'
import type { LineCheck } from '../domain/session/line-check.js'
import { checkLine } from './check-line.js'
import { openForReading } from './read-session.js'

/** As many lines as a song's sheet has, and then some. */
export const checkLinesSchema = z.strictObject({
  lines: z.array(z.strictObject({ line: z.string().min(1).max(60), text: z.string().max(160) })).max(100),
})
export type LinesToCheck = z.infer<typeof checkLinesSchema>

export interface CheckedLine {
  line: string
  text: string
  check: LineCheck
}

/** What the checks say of lines at their places in the sheet, while they are written: nothing is kept. */
export async function checkLines(
  ctx: Context,
  actor: Actor,
  session: string,
  { lines }: LinesToCheck,
): Promise<CheckedLine[]> {
  const { state } = await ctx.db.inTenant(
    actor.tenant,
    async (tx) => (await openForReading(ctx, tx, actor, session)).row,
  )
  return lines.flatMap(({ line: id, text }) => {
    const line = state.lines.find((one) => one.id === id)
    return line ? [{ line: id, text, check: checkLine(text, line, state.lines, state.request) }] : []
  })
}

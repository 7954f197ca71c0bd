import type { Context } from '../context.js'
import { asDatabaseError } from '../db/trouble.js'
import type { Outcome } from '../domain/session/decision.js'
import { asAppError } from '../errors.js'
import type { JobRun } from '../jobs.js'
import { buildGraph } from '../workflow/graph.js'
import { followUp } from './follow-up.js'
import { appendEvents, findSession, lockSession, turnOf } from './session-row.js'
import { tellProgress } from './share-progress.js'
import { type TurnResult, takeTurn } from './turns.js'

/**
 * Tries of a turn while no model and no database answers, ever further apart: a minute and a half in all. The group is told after
 * the first, and may stop it; after the last it may ask again.
 */
const triesAtMost = 5
const away = 'The AI cannot be reached just now.'

/** How often a turn looks whether its group still wants it: somebody may have stopped it in another process. */
const lookMs = 1000

interface Turn {
  tenant: string
  session: string
  turn: string
}

/** Appends what a turn made, if the group still waits for it. */
async function keep(
  ctx: Context,
  { tenant, session, turn }: Turn,
  { outcomes, song, offered }: TurnResult,
): Promise<void> {
  const seq = await ctx.db.inTenant(tenant, async (tx) => {
    const row = await lockSession(ctx, tx, session)
    if (row.state.generation?.turn !== turn) return null
    const told = outcomes.every(({ event }) => event.type === 'generationDelayed' && event.why === row.state.trouble)
    if (told) return null
    const state = await appendEvents(ctx, tx, row, outcomes, { person: null, surface: null })
    if (song)
      await ctx.db.query(tx, 'UPDATE sessions SET song = $2, offered = $3 WHERE id = $1', [
        session,
        JSON.stringify(song),
        offered ? JSON.stringify(offered) : null,
      ])
    await followUp(ctx, tx, { tenant, session }, outcomes, state)
    return state.seq
  })
  if (seq !== null) ctx.events.emit('session.changed', { tenant, session, seq })
}

/** Tells a group that waits what it waits for, once; while the database is away nobody can be told anything. */
async function sayWhy(ctx: Context, turn: Turn): Promise<void> {
  await keep(ctx, turn, { outcomes: [{ event: { type: 'generationDelayed', turn: turn.turn, why: away } }] }).catch(
    (err: unknown) => ctx.log.debug({ err }, 'a group was not told why it waits'),
  )
}

/** Raised when the group has stopped the turn, in whatever process. */
function whileWanted(ctx: Context, { tenant, session, turn }: Turn): { signal: AbortSignal; end: () => void } {
  const stop = new AbortController()
  let looking = false
  const look = async () => {
    if (looking) return
    looking = true
    // While the database is away it counts as wanted.
    const now = await ctx.db.inTenant(tenant, (tx) => turnOf(ctx, tx, session)).catch(() => turn)
    looking = false
    if (now !== turn) stop.abort()
  }
  const looks = setInterval(() => void look(), lookMs)
  return { signal: stop.signal, end: () => clearInterval(looks) }
}

/**
 * A turn of the AI, as a job: it drives the workflow to the next place where people decide and appends what it made. Broken
 * off, it goes on where it was; what a model cannot do ends the turn with words for the group, who can ask again.
 */
export async function runTurn(ctx: Context, turn: Turn, { signal, attempt }: JobRun): Promise<void> {
  const { tenant, session, turn: id } = turn
  const { state } = await ctx.db.inTenant(tenant, async (tx) => {
    await ctx.db.query(tx, `UPDATE session_turns SET state = 'running' WHERE id = $1 AND state = 'queued'`, [id])
    return await findSession(ctx, tx, session)
  })
  if (state.generation?.turn !== id) return
  const wanted = whileWanted(ctx, turn)
  const progress = tellProgress(ctx, session)
  const ended = (outcome: 'done' | 'failed', why: string | null): Outcome => ({
    event: { type: 'generationEnded', turn: id, outcome, why },
  })
  try {
    const graph = buildGraph({ interactive: true, checkpointer: await ctx.checkpoints() })
    const options = {
      id: session,
      signal: AbortSignal.any([signal, wanted.signal]),
      onProgress: progress.take,
    }
    const result = await takeTurn({ ctx, graph, state, options })
    await keep(ctx, turn, { ...result, outcomes: [...result.outcomes, ended('done', null)] })
  } catch (thrown) {
    if (wanted.signal.aborted) return
    if (signal.aborted) throw thrown
    const error = asAppError(asDatabaseError(thrown))
    if (error.code === 'unavailable' && attempt < triesAtMost) {
      await sayWhy(ctx, turn)
      throw error
    }
    ctx.log.warn({ err: thrown, session }, 'a turn of the AI ended without a result')
    const why = error.code === 'unavailable' ? `${away} Ask it again later, or write on without it.` : error.message
    await keep(ctx, turn, { outcomes: [ended('failed', why)] })
  } finally {
    wanted.end()
    progress.end()
  }
}

import type { Context } from '../context.js'
import { Song as SongRow } from '../db/models/song.js'
import { asAppError, type ErrorCode } from '../errors.js'
import type { JobRun } from '../jobs.js'
import { composeSong } from '../workflow/run.js'
import { keepSong } from './keep-song.js'
import { composeAttempts, composeMashup, type QueuedMashup } from './queue-mashup.js'

/** What may be different at the next try; anything else would only fail again. */
const passing: ReadonlySet<ErrorCode> = new Set(['internal', 'unavailable', 'timeout', 'model_failed', 'cancelled'])

async function composeQueued(
  ctx: Context,
  { tenant, song: id }: QueuedMashup,
  { signal, attempt }: JobRun,
): Promise<void> {
  const songs = ctx.db.of(SongRow)
  const row = await ctx.db.inTenant(tenant, (transaction) => songs.findByPk(id, { transaction }))
  if (row?.status !== 'pending') return
  const { person, request } = row
  try {
    await keepSong(ctx, { tenant, person }, await composeSong(ctx, request, { id, signal }))
  } catch (thrown) {
    const { code } = asAppError(thrown)
    if (signal.aborted || (passing.has(code) && attempt < composeAttempts)) throw thrown
    ctx.log.error({ err: thrown, song: id }, 'a queued song could not be made')
    await ctx.db.inTenant(tenant, (transaction) =>
      songs.update(
        { status: 'failed', errorCode: code, finishedAt: ctx.now() },
        { where: { id, status: 'pending' }, transaction },
      ),
    )
    ctx.events.emit('song.failed', { tenant, song: id, person, code })
  }
}

/** Says that this process makes queued songs; before the jobs start. */
export const handleQueuedMashups = (ctx: Context): void =>
  ctx.jobs.handle(composeMashup, (payload, run) => composeQueued(ctx, payload, run))

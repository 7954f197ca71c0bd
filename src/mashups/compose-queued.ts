import type { Context } from '../context.js'
import { Song as SongRow } from '../db/models/song.js'
import { type MashupRequest, mashupRequestSchema } from '../domain/mashup-request.js'
import { AppError, asAppError, type ErrorCode } from '../errors.js'
import type { JobRun } from '../jobs.js'
import { composeSong } from '../workflow/run.js'
import { keepSong } from './keep-song.js'
import { composeAttempts, composeMashup, type QueuedMashup } from './queue-mashup.js'

/** What may be different at the next try; anything else would only fail again. */
const passing: ReadonlySet<ErrorCode> = new Set(['internal', 'unavailable', 'timeout', 'model_failed', 'cancelled'])

/** An older version may have stored what this one no longer takes. */
function understood(stored: unknown): MashupRequest {
  const { data, error } = mashupRequestSchema.safeParse(stored)
  if (error) throw new AppError('invalid_request', 'The stored request is not one of this version.', { cause: error })
  return data
}

async function composeQueued(
  ctx: Context,
  { tenant, song: id }: QueuedMashup,
  { signal, attempt }: JobRun,
): Promise<void> {
  const songs = ctx.db.of(SongRow)
  const row = await ctx.db.inTenant(tenant, (transaction) => songs.findByPk(id, { transaction }))
  if (row?.status !== 'pending') return
  const { person } = row
  try {
    const song = await composeSong(ctx, understood(row.request), { id, signal })
    await keepSong(ctx, { tenant, person }, song)
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

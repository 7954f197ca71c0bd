import { randomInt } from 'node:crypto'
import type { Context } from '../context.js'
import { Song as SongRow } from '../db/models/song.js'
import type { Actor } from '../domain/actor.js'
import type { MashupRequestInput } from '../domain/mashup-request.js'
import { authorize } from '../domain/policy.js'
import type { Song } from '../domain/song.js'
import type { Progress } from '../workflow/progress.js'
import { composeSong } from '../workflow/run.js'
import { isKept, keepSong } from './keep-song.js'
import { mashupId } from './mashup-id.js'
import { understandRequest } from './understand-request.js'

export interface MashupRun {
  /** Raised when nobody waits for the song any more: nothing is stored then. */
  signal: AbortSignal
  onProgress?: (progress: Progress) => void
}

/** Seeds are 32-bit; one is drawn for whoever names none, and the song tells it. */
export const drawSeed = (): number => randomInt(2 ** 32)

/**
 * Makes a song and keeps it; rejects before any progress when the request cannot be understood. The same person asking the
 * same with the same seed is given the song that was kept, unless that was a fallback.
 */
export async function generateMashup(
  ctx: Context,
  actor: Actor,
  input: MashupRequestInput,
  { signal, onProgress }: MashupRun,
): Promise<Song> {
  authorize(actor, 'song:create')
  const request = understandRequest(input, { seed: drawSeed() })
  const id = mashupId(actor, request)
  const before = await ctx.db.inTenant(actor.tenant, (transaction) => ctx.db.of(SongRow).findByPk(id, { transaction }))
  if (isKept(before)) return before.song
  const song = await composeSong(ctx, request, { id, signal, onProgress })
  await keepSong(ctx, actor, song)
  return song
}

import { z } from 'zod'
import type { Context } from '../context.js'
import { Song as SongRow } from '../db/models/song.js'
import type { Actor } from '../domain/actor.js'
import type { MashupRequestInput } from '../domain/mashup-request.js'
import { authorize } from '../domain/policy.js'
import type { Job } from '../jobs.js'
import { drawSeed } from './generate-mashup.js'
import { isKept } from './keep-song.js'
import { mashupId } from './mashup-id.js'
import { understandRequest } from './understand-request.js'

const payloadSchema = z.strictObject({ tenant: z.uuid(), song: z.uuid() })
export type QueuedMashup = z.infer<typeof payloadSchema>

/** Makes the song of a row that waits for it; see compose-queued.ts. */
export const composeMashup: Job<QueuedMashup> = {
  name: 'compose_mashup',
  payload: payloadSchema,
  long: true,
}
export const composeAttempts = 4

/** Promises a song: its row and the job that makes it, in one transaction. Returns the id under which it can be read. */
export async function queueMashup(ctx: Context, actor: Actor, input: MashupRequestInput): Promise<string> {
  authorize(actor, 'song:create')
  const request = understandRequest(input, { seed: drawSeed() })
  const id = mashupId(actor, request)
  const { tenant, person } = actor
  await ctx.db.inTenant(tenant, async (transaction) => {
    const songs = ctx.db.of(SongRow)
    const before = await songs.findByPk(id, { transaction })
    if (isKept(before)) return
    const waiting = { status: 'pending', song: null, errorCode: null, finishedAt: null } as const
    await songs.upsert(
      { id, tenantId: tenant, person, request, ...waiting },
      { transaction, returning: false, fields: ['request', 'status', 'song', 'errorCode', 'finishedAt'] },
    )
    await ctx.jobs.enqueue(
      transaction,
      composeMashup,
      { tenant, song: id },
      { key: `song:${id}`, maxAttempts: composeAttempts },
    )
  })
  return id
}

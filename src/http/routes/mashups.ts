import type { Request } from 'express'
import { z } from 'zod'
import type { Actor } from '../../domain/actor.js'
import { type MashupRequestInput, mashupRequestInputSchema } from '../../domain/mashup-request.js'
import { songSchema } from '../../domain/song.js'
import type { ErrorCode } from '../../errors.js'
import { generateMashup } from '../../mashups/generate-mashup.js'
import { queueMashup } from '../../mashups/queue-mashup.js'
import { readMashup } from '../../mashups/read-mashup.js'
import { json, type Reply } from '../reply.js'
import { type Exchange, type Route, route } from '../route.js'
import { answerSong, songPath, songType } from './answer-song.js'

export const song = { name: 'Song', schema: songSchema }
export const mashupParams = z.strictObject({ id: z.uuid() })
export const shareQuery = z.strictObject({
  share: z.string().optional().describe('What stands behind `#share=` in a share link: it opens this one song'),
})

const pendingSchema = z.strictObject({ id: z.uuid(), status: z.literal('pending') })
const pending = { name: 'PendingMashup', schema: pendingSchema }

const asLong = { 'Retry-After': '1' }

type Asked = Exchange<undefined, undefined, MashupRequestInput, Actor>

/** RFC 7240, 2 and 4.1. */
const prefersAsync = (req: Request): boolean => /(^|,)\s*respond-async\s*($|[,;])/i.test(req.get('Prefer') ?? '')

async function promise({ ctx, actor, body }: Asked): Promise<Reply> {
  const id = await queueMashup(ctx, actor, body)
  return json(
    { id, status: 'pending' },
    { status: 202, headers: { Location: songPath(id), 'Preference-Applied': 'respond-async', ...asLong } },
  )
}

export const makingErrors: ErrorCode[] = [
  'unknown_genre',
  'genre_count',
  'unsafe_topic',
  'facts_needed',
  'artist_style',
  'existing_lyrics',
  'not_acceptable',
  'model_failed',
  'timeout',
]

export const mashupRoutes: Route[] = [
  route({
    method: 'post',
    path: '/api/v1/mashup',
    id: 'makeMashup',
    tag: 'Mashups',
    access: 'actor',
    costly: true,
    summary: 'Make a song',
    description:
      'The same person asking for the same with the same `seed` is given the same song, byte for byte. With `Accept: text/event-stream` the answer is a stream of events: `step` as each agent starts and finishes (`type`, `step`, `iteration` and more), then `song`, then `end`; `problem` when it goes wrong; `closing` when the service is about to restart. Leaving cancels the song.',
    headers: {
      Prefer: '`respond-async` (RFC 7240): do not wait for the song',
    },
    body: {
      name: 'MashupRequest',
      schema: mashupRequestInputSchema,
      example: { prompt: 'trap x baroque about photosynthesis', skillLevel: 'beginner', gradeLevel: 6, seed: 7 },
    },
    answers: {
      200: { description: 'The steps as they happen', content: { 'text/event-stream': null } },
      201: {
        description: 'The song',
        content: { 'application/json': song },
        headers: { Location: 'Where it can be read again', ETag: 'Changes with the content' },
      },
      202: {
        description: 'It will be made',
        content: { 'application/json': pending },
        headers: {
          Location: 'Where it can be read',
          'Preference-Applied': '`respond-async`',
          'Retry-After': 'Seconds',
        },
      },
    },
    errors: makingErrors,
    async handler(exchange) {
      const { ctx, actor, body, req, res } = exchange
      const type = songType(exchange)
      res.vary('Prefer')
      if (prefersAsync(req)) return await promise(exchange)
      return await answerSong(exchange, type, (run) => generateMashup(ctx, actor, body, run))
    },
  }),
  route({
    method: 'get',
    path: '/api/v1/mashup/:id',
    id: 'readMashup',
    tag: 'Mashups',
    access: 'actor',
    summary: 'Read a song',
    params: mashupParams,
    query: shareQuery,
    shareable: true,
    answers: {
      200: {
        description: 'The song',
        content: { 'application/json': song },
        headers: { ETag: 'Changes with the content' },
      },
      202: {
        description: 'It is still being made',
        content: { 'application/json': pending },
        headers: { 'Retry-After': 'Seconds' },
      },
    },
    errors: ['model_failed', 'timeout'],
    async handler({ ctx, actor, params, query }) {
      const mashup = await readMashup(ctx, actor, params.id, query.share)
      return mashup.status === 'ready'
        ? json(mashup.song)
        : json({ id: params.id, status: 'pending' }, { status: 202, headers: asLong })
    },
  }),
]

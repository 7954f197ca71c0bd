import { z } from 'zod'
import { lineCheckSchema } from '../../domain/session/line-check.js'
import { checkLines, checkLinesSchema } from '../../sessions/check-lines.js'
import { readSessionSong } from '../../sessions/read-session.js'
import { json } from '../reply.js'
import { type Route, route } from '../route.js'
import { fileRoutes } from './mashup-files.js'
import { song } from './mashups.js'

const checked = {
  name: 'LineChecks',
  schema: z.strictObject({
    checks: z.array(z.strictObject({ line: z.string(), text: z.string(), check: lineCheckSchema })),
  }),
}

const oneOffered = '/api/v1/sessions/:id/arrangements/:option'
const offeredParams = z.strictObject({ id: z.uuid(), option: z.string().min(1).max(60) })

/** What is heard and seen of a session's song while it is made. */
export const sessionSongRoutes: Route[] = [
  route({
    method: 'post',
    path: '/api/v1/sessions/:id/checks',
    id: 'checkLines',
    tag: 'Sessions',
    access: 'actor',
    summary: 'What the checks say of lines before they are sent',
    description: 'Keeps nothing and tells nobody. Lines that are not in the sheet are left out of the answer.',
    params: z.strictObject({ id: z.uuid() }),
    body: {
      name: 'LinesToCheck',
      schema: checkLinesSchema,
      example: { lines: [{ line: 's0l0', text: 'Sunlight falls on my green leaf' }] },
    },
    answers: { 200: { description: 'A check for each line', content: { 'application/json': checked } } },
    async handler({ ctx, actor, params, body }) {
      return json({ checks: await checkLines(ctx, actor, params.id, body) })
    },
  }),
  ...fileRoutes({
    below: '/api/v1/sessions/:id',
    params: z.strictObject({ id: z.uuid() }),
    id: 'read-session',
    tag: 'Sessions',
    song: (ctx, actor, { id }) => readSessionSong(ctx, actor, id),
  }),
  route({
    method: 'get',
    path: `${oneOffered}/song`,
    id: 'readArrangementSong',
    tag: 'Sessions',
    access: 'actor',
    summary: 'The song in one of the arrangements that are offered',
    description: 'While the group chooses one.',
    params: offeredParams,
    answers: {
      200: { description: 'The song', content: { 'application/json': song } },
    },
    handler: async ({ ctx, actor, params }) => json(await readSessionSong(ctx, actor, params.id, params.option)),
  }),
  ...fileRoutes({
    below: oneOffered,
    params: offeredParams,
    id: 'read-arrangement',
    tag: 'Sessions',
    song: (ctx, actor, { id, option }) => readSessionSong(ctx, actor, id, option),
  }),
]

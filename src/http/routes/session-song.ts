import { z } from 'zod'
import { AppError } from '../../errors.js'
import { checkLines, checkLinesSchema } from '../../sessions/check-lines.js'
import { readSessionSong } from '../../sessions/read-session.js'
import { json } from '../reply.js'
import { type Route, route } from '../route.js'
import { fileRoutes } from './mashup-files.js'
import { checkSchema } from './sessions.js'

const checked = {
  name: 'LineChecks',
  schema: z.strictObject({
    checks: z.array(z.strictObject({ line: z.string(), text: z.string(), check: checkSchema })),
  }),
}

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
    id: 'read-session',
    tag: 'Sessions',
    async song(ctx, actor, id) {
      const song = await readSessionSong(ctx, actor, id)
      if (!song) throw new AppError('not_found', 'There is no song to hear yet.')
      return song
    },
  }),
]

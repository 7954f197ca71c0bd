import { z } from 'zod'
import { shareMashup } from '../../mashups/share-mashup.js'
import { json } from '../reply.js'
import { type Route, route } from '../route.js'
import { mashupParams } from './mashups.js'

const link = { name: 'ShareLink', schema: z.strictObject({ link: z.url() }) }

export const mashupShareRoutes: Route[] = [
  route({
    method: 'post',
    path: '/api/v1/mashup/:id/share',
    id: 'shareMashup',
    tag: 'Mashups',
    access: 'actor',
    summary: 'A link that opens a song to whoever holds it',
    description:
      'For whoever made the song, and for who teaches. Students ask their teacher: what they write is seen by who teaches them before others see it. The same song has the same link, as long as it is kept.',
    params: mashupParams,
    answers: { 200: { description: 'The link', content: { 'application/json': link } } },
    errors: ['conflict'],
    async handler({ ctx, actor, params }) {
      return json({ link: await shareMashup(ctx, actor, params.id) })
    },
  }),
]

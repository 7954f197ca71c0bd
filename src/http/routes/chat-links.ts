import { z } from 'zod'
import { issueLinkCode } from '../../classroom/issue-link-code.js'
import { listAccountLinks, removeAccountLink } from '../../classroom/link-account.js'
import { listBindings, removeBinding } from '../../classroom/list-bindings.js'
import { accountLinkSchema, courseChannelSchema, linkCodeSchema } from '../../domain/chat.js'
import { json, nothing } from '../reply.js'
import { type Route, route } from '../route.js'

const root = '/api/v1/classroom/chat'
const params = z.strictObject({ id: z.uuid() })
const code = { name: 'LinkCode', schema: linkCodeSchema }
const links = { name: 'AccountLinks', schema: z.strictObject({ items: z.array(accountLinkSchema) }) }
const channels = { name: 'CourseChannels', schema: z.strictObject({ items: z.array(courseChannelSchema) }) }
const undone = { 204: { description: 'Undone' } }

/** What a page opened from a course says and undoes of Slack and Discord. Linking and binding is done there. */
export const chatLinkRoutes: Route[] = [
  route({
    method: 'post',
    path: `${root}/code`,
    id: 'issueLinkCode',
    tag: 'Classroom',
    access: 'actor',
    summary: 'Get a code that links a chat account',
    description:
      'To be typed in Slack or Discord as `/mashup link CODE`: good once, for ten minutes, and until a newer one is asked for. Spaces, dashes and lower case do no harm.',
    answers: { 201: { description: 'The code, shown this once', content: { 'application/json': code } } },
    handler: async ({ ctx, actor }) => {
      const { code, expiresAt } = await issueLinkCode(ctx, actor)
      const expiresIn = Math.round((expiresAt.getTime() - ctx.now().getTime()) / 1000)
      return json(
        { code, expiresAt: expiresAt.toISOString(), expiresIn },
        { status: 201, headers: { 'Cache-Control': 'no-store' } },
      )
    },
  }),
  route({
    method: 'get',
    path: `${root}/links`,
    id: 'listAccountLinks',
    tag: 'Classroom',
    access: 'actor',
    summary: 'Read one’s own linked chat accounts',
    answers: {
      200: { description: 'The newest first', content: { 'application/json': links } },
    },
    handler: async ({ ctx, actor }) => json({ items: await listAccountLinks(ctx, actor) }),
  }),
  route({
    method: 'delete',
    path: `${root}/links/:id`,
    id: 'removeAccountLink',
    tag: 'Classroom',
    access: 'actor',
    summary: 'Unlink one of one’s own chat accounts',
    params,
    answers: undone,
    errors: ['not_found'],
    async handler({ ctx, actor, params: { id } }) {
      await removeAccountLink(ctx, actor, id)
      return nothing
    },
  }),
  route({
    method: 'get',
    path: `${root}/channels`,
    id: 'listBindings',
    tag: 'Classroom',
    access: 'actor',
    summary: 'Read which channels belong to the course',
    description: 'For its teachers.',
    answers: {
      200: { description: 'The newest first', content: { 'application/json': channels } },
    },
    handler: async ({ ctx, actor }) => json({ items: await listBindings(ctx, actor) }),
  }),
  route({
    method: 'delete',
    path: `${root}/channels/:id`,
    id: 'removeBinding',
    tag: 'Classroom',
    access: 'actor',
    summary: 'Untie a channel from the course',
    description: 'For its teachers. What was done there stays with the course.',
    params,
    answers: undone,
    errors: ['not_found'],
    async handler({ ctx, actor, params: { id } }) {
      await removeBinding(ctx, actor, id)
      return nothing
    },
  }),
]

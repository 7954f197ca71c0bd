import { z } from 'zod'
import type { Context } from '../../context.js'
import { readInvitation, renewInvitation, type SharedInvitation } from '../../sessions/share-invitation.js'
import { json, type Reply } from '../reply.js'
import { type Route, route } from '../route.js'

const params = z.strictObject({ id: z.uuid() })
export const invitationSchema = z.strictObject({ id: z.uuid(), invitation: z.string(), link: z.url() })
const shown = { name: 'Invitation', schema: invitationSchema }
const path = '/api/v1/sessions/:id/invitation'

/** Whoever has it may join: it is nobody else's to keep. */
export const toldInvitation = (
  { config }: Context,
  { id, invitation }: SharedInvitation,
): z.infer<typeof invitationSchema> => ({
  id,
  invitation,
  link: `${config.publicUrl}/session/${id}#join=${invitation}`,
})
const told = (ctx: Context, shared: SharedInvitation, status = 200): Reply =>
  json(toldInvitation(ctx, shared), { status, headers: { 'Cache-Control': 'no-store' } })

export const sessionInvitationRoutes: Route[] = [
  route({
    method: 'get',
    path,
    id: 'readInvitation',
    tag: 'Sessions',
    access: 'actor',
    summary: 'Show the link that others join by',
    description: 'To those who take part. Groups of a course are joined from the course: they have none.',
    params,
    answers: {
      200: { description: 'The invitation, and a link with it', content: { 'application/json': shown } },
    },
    errors: ['conflict', 'gone'],
    handler: async ({ ctx, actor, params }) => told(ctx, await readInvitation(ctx, actor, params.id)),
  }),
  route({
    method: 'post',
    path,
    id: 'renewInvitation',
    tag: 'Sessions',
    access: 'actor',
    summary: 'Make a new link',
    description: 'For the host. The old one lets nobody in any more; who has joined stays.',
    params,
    answers: { 201: { description: 'The new invitation', content: { 'application/json': shown } } },
    errors: ['conflict'],
    handler: async ({ ctx, actor, params }) => told(ctx, await renewInvitation(ctx, actor, params.id), 201),
  }),
]

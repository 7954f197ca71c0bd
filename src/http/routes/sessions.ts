import { z } from 'zod'
import type { Context } from '../../context.js'
import { pageCommandSchema } from '../../domain/session/commands.js'
import { lineCheckSchema } from '../../domain/session/line-check.js'
import { shownEventSchema } from '../../domain/session/shown-event.js'
import { pageSurfaceSchema } from '../../domain/session/stages.js'
import { sessionViewSchema } from '../../domain/session/view-schema.js'
import { giveCommand } from '../../sessions/give-command.js'
import { readSession, readSessionEvents, readSessionSong } from '../../sessions/read-session.js'
import { type StartedSession, startSession, startSessionSchema } from '../../sessions/start-session.js'
import { json, type Reply } from '../reply.js'
import { type Route, route } from '../route.js'
import { song } from './mashups.js'
import { invitationSchema, sessionInvitationRoutes, toldInvitation } from './session-invitation.js'

const params = z.strictObject({ id: z.uuid() })
export const started = {
  name: 'StartedSession',
  schema: z.strictObject(invitationSchema.shape),
}
const shown = { name: 'Session', schema: z.strictObject({ view: sessionViewSchema, queue: z.int().nullable() }) }

const answered = {
  name: 'CommandAnswer',
  schema: z.strictObject({ view: sessionViewSchema, check: lineCheckSchema.nullable() }),
}
const given = { name: 'Command', schema: pageCommandSchema }

const log = { name: 'SessionEvents', schema: z.strictObject({ events: z.array(shownEventSchema) }) }

export const toldStart = (ctx: Context, started: StartedSession): Reply =>
  json(toldInvitation(ctx, started), { status: 201, headers: { Location: `/api/v1/sessions/${started.id}` } })

export const sessionRoutes: Route[] = [
  route({
    method: 'post',
    path: '/api/v1/sessions',
    id: 'startSession',
    tag: 'Sessions',
    access: 'actor',
    summary: 'Begin a session',
    description: 'Whoever begins it is its host. With the invitation others join.',
    body: {
      name: 'StartSession',
      schema: startSessionSchema.extend({ surface: pageSurfaceSchema.default('web') }),
      example: { request: { topic: 'photosynthesis', genres: ['trap', 'baroque'] } },
    },
    answers: {
      201: {
        description: 'The session',
        content: { 'application/json': started },
        headers: { Location: 'Where it can be read' },
      },
    },
    errors: ['unsafe_topic'],
    async handler({ ctx, actor, body }) {
      return toldStart(ctx, await startSession(ctx, actor, body))
    },
  }),
  route({
    method: 'get',
    path: '/api/v1/sessions/:id',
    id: 'readSession',
    tag: 'Sessions',
    access: 'actor',
    summary: 'See a session as you may see it',
    params,
    answers: {
      200: { description: 'The session', content: { 'application/json': shown } },
    },
    async handler({ ctx, actor, params }) {
      return json(await readSession(ctx, actor, params.id))
    },
  }),
  route({
    method: 'post',
    path: '/api/v1/sessions/:id/commands',
    id: 'giveCommand',
    tag: 'Sessions',
    access: 'actor',
    summary: 'Do something in a session',
    description:
      'A command with the same `id` is carried out once, however often it comes. A conflict (409) says what has changed meanwhile; nothing is done then. Words that are not safe for the grade are held for the teacher and shown to nobody else.',
    params,
    body: { ...given, example: { id: '0b6d', deed: { type: 'vote', option: '0f7c…' } } },
    answers: {
      200: {
        description: 'The session after it, and what the checks say of a line',
        content: { 'application/json': answered },
      },
    },
    errors: ['conflict'],
    async handler({ ctx, actor, params, body: { invitation, ...command } }) {
      return json(await giveCommand(ctx, actor, { session: params.id, command, invitation }))
    },
  }),
  route({
    method: 'get',
    path: '/api/v1/sessions/:id/events',
    id: 'readSessionEvents',
    tag: 'Sessions',
    access: 'actor',
    summary: 'Who did what, in order',
    params,
    query: z.strictObject({
      after: z.coerce
        .number()
        .int()
        .min(0)
        .max(2 ** 31 - 1)
        .default(0)
        .describe('Only what came after this number'),
    }),
    answers: {
      200: { description: 'Up to 1,000 events', content: { 'application/json': log } },
    },
    async handler({ ctx, actor, params, query }) {
      return json({ events: await readSessionEvents(ctx, actor, params.id, query.after) })
    },
  }),
  route({
    method: 'get',
    path: '/api/v1/sessions/:id/song',
    id: 'readSessionSong',
    tag: 'Sessions',
    access: 'actor',
    summary: 'The song as it sounds so far',
    params,
    answers: {
      200: { description: 'The song', content: { 'application/json': song } },
    },
    async handler({ ctx, actor, params }) {
      return json(await readSessionSong(ctx, actor, params.id))
    },
  }),
  ...sessionInvitationRoutes,
]

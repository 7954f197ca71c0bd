import { z } from 'zod'
import { groupSchema, listAssignmentSessions } from '../../sessions/list-assignment-sessions.js'
import { startAssignmentSession } from '../../sessions/start-assignment-session.js'
import { json } from '../reply.js'
import { type Route, route } from '../route.js'
import { assignmentParams } from './classroom.js'
import { started, toldStart } from './sessions.js'

const path = '/api/v1/classroom/assignments/:id/sessions'
const groups = { name: 'Groups', schema: z.strictObject({ items: z.array(groupSchema) }) }

/** Groups of an assignment. From here on a session is a session: joined by the command `join`, without an invitation. */
export const assignmentSessionRoutes: Route[] = [
  route({
    method: 'get',
    path,
    id: 'listAssignmentSessions',
    tag: 'Classroom',
    access: 'actor',
    summary: 'Read the groups of an assignment',
    description: 'A student sees their own and those that may still be joined; who teaches sees all.',
    params: assignmentParams,
    answers: {
      200: { description: 'Who is in them, and how far they are', content: { 'application/json': groups } },
    },
    handler: async ({ ctx, actor, params }) =>
      json({ items: await listAssignmentSessions(ctx, actor, { assignment: params.id }) }),
  }),
  route({
    method: 'post',
    path,
    id: 'startAssignmentSession',
    tag: 'Classroom',
    access: 'actor',
    summary: 'Begin a group of an assignment',
    description:
      'With the topic, terms, facts and genres that the teacher set. Others of the course join with the command `join` while there is room; when the group hands its song in, it is handed in for each of them.',
    params: assignmentParams,
    answers: {
      201: {
        description: 'The session',
        content: { 'application/json': started },
        headers: { Location: 'Where it can be read' },
      },
    },
    errors: ['conflict', 'unsafe_topic'],
    handler: async ({ ctx, actor, params }) =>
      toldStart(ctx, await startAssignmentSession(ctx, actor, { assignment: params.id })),
  }),
]

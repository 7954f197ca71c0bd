import { z } from 'zod'
import { exchangePageCode, type PageSession, renewPageSession } from '../../access/page-session.js'
import { bearerOf } from '../gate.js'
import { json, type Reply } from '../reply.js'
import { type Route, route } from '../route.js'

const sessionSchema = z.strictObject({
  token: z.string().describe('For `Authorization: Bearer …`; to be kept in this one tab'),
  expiresAt: z.iso.datetime(),
})
const session = { name: 'PageSession', schema: sessionSchema }
const codeSchema = z.strictObject({ code: z.string().min(1).max(200) })

/** A token is nobody else's to keep. */
const told = ({ token, expiresAt }: PageSession): Reply =>
  json({ token, expiresAt: expiresAt.toISOString() }, { status: 201, headers: { 'Cache-Control': 'no-store' } })

export const pageSessionRoutes: Route[] = [
  route({
    method: 'post',
    path: '/api/v1/page-sessions',
    id: 'openPageSession',
    tag: 'Classroom',
    access: 'public',
    summary: 'Exchange the code of a launch for the token of its page',
    description:
      'A code stands behind the `#` of the address that a launch leads to. It is good once, for two minutes.',
    body: { name: 'PageCode', schema: codeSchema },
    answers: { 201: { description: 'The token', content: { 'application/json': session } } },
    errors: ['unauthenticated', 'unavailable'],
    handler: async ({ ctx, body }) => told(await exchangePageCode(ctx, body.code)),
  }),
  route({
    method: 'post',
    path: '/api/v1/page-sessions/renew',
    id: 'renewPageSession',
    tag: 'Classroom',
    access: 'actor',
    summary: 'Renew the token of an open page',
    description: 'Until twelve hours after the launch; then the activity is opened again from the course.',
    answers: { 201: { description: 'The new token', content: { 'application/json': session } } },
    handler: async ({ ctx, req }) => told(await renewPageSession(ctx, bearerOf(req.headers.authorization) ?? '')),
  }),
]

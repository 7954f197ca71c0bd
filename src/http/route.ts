import type { Request, Response } from 'express'
import type { z } from 'zod'
import type { Context } from '../context.js'
import type { Actor } from '../domain/actor.js'
import type { ErrorCode } from '../errors.js'
import type { Lifecycle } from './lifecycle.js'
import type { Reply } from './reply.js'

/** A schema under the name that it has in the OpenAPI document. */
export interface NamedSchema {
  name: string
  schema: z.ZodType
}

/** One answer that a route may give: its body by media type; bytes and plain text have no schema. */
export interface Answer {
  description: string
  content?: Record<string, NamedSchema | null>
  headers?: Record<string, string>
}

interface Access {
  /** Anybody, unmetered: probes and documentation. */
  public: null
  /** A person or a program that we know, or a guest where guests may come in. */
  actor: Actor
}

/** What a handler is given: all of it parsed, and a signal that is raised when the client leaves or the service stops. */
export interface Exchange<P, Q, B, A> {
  ctx: Context
  actor: A
  params: P
  query: Q
  body: B
  req: Request
  res: Response
  requestId: string
  signal: AbortSignal
  lifecycle: Lifecycle
}

interface Described {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** As Express reads it: "/api/v1/mashup/:id". */
  path: string
  /** The OpenAPI operationId. */
  id: string
  tag: 'Mashups' | 'Sessions' | 'Education' | 'Classroom' | 'Operations'
  summary: string
  description?: string
  answers: Record<number, Answer>
  /** Beyond those that every route of its kind may give (see openapi.ts). */
  errors?: readonly ErrorCode[]
  /** Request headers that change the answer. */
  headers?: Record<string, string>
  /** Takes the token of a share link as `share`: who has one comes in where guests may not. */
  shareable?: boolean
}

interface Definition<P, Q, B, A extends keyof Access> extends Described {
  access: A
  params?: z.ZodObject & z.ZodType<P>
  query?: z.ZodObject & z.ZodType<Q>
  body?: { name: string; schema: z.ZodType<B>; example?: unknown }
  /** Taken from the smaller allowance of costly requests too. */
  costly?: boolean
  /** `null` when the handler has answered by itself, as an event stream does. */
  handler: (exchange: Exchange<P, Q, B, Access[A]>) => Promise<Reply | null> | Reply | null
}

/** A route as the table holds it. */
export interface Route extends Described {
  access: keyof Access
  params?: z.ZodObject
  query?: z.ZodObject
  body?: { name: string; schema: z.ZodType; example?: unknown }
  costly?: boolean
  handler: (exchange: Exchange<unknown, unknown, unknown, Actor | null>) => Promise<Reply | null> | Reply | null
}

/** One place for a route: Express mounts it, and the OpenAPI document is made from it. */
export const route = <P = undefined, Q = undefined, B = undefined, A extends keyof Access = 'actor'>(
  definition: Definition<P, Q, B, A>,
): Route => definition as unknown as Route

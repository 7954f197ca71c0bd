import type { Namespace, Socket } from 'socket.io'
import { z } from 'zod'
import type { Actor } from '../../domain/actor.js'
import type { LineCheck } from '../../domain/session/line-check.js'
import type { ShownEvent } from '../../domain/session/shown-event.js'
import { pageSurfaceSchema, type SurfaceName } from '../../domain/session/stages.js'
import type { CommonView, OwnPart } from '../../domain/session/view-schema.js'
import type { Followed } from '../../sessions/follow-session.js'
import type { SessionProgress } from '../../sessions/share-progress.js'
import type { Problem } from '../problem.js'

export const namespaceName = '/sessions'

/** What a client brings when it connects; `after` is the number of the last event that it knows, if it wants those it missed. */
export const handshakeSchema = z.object({
  session: z.uuid(),
  after: z
    .int()
    .min(0)
    .max(2 ** 31 - 1)
    .optional(),
  token: z.string().max(4000).optional(),
  surface: pageSurfaceSchema.default('web'),
})
export type Handshake = z.infer<typeof handshakeSchema>

/** Who is connected, to what, and as what. */
export interface Admitted extends Followed {
  actor: Actor
  handshake: Handshake
}

/** `line`: the one that is being written, if it is a line. */
export const typingSchema = z.object({ line: z.string().max(60).nullable() })
export const renewalSchema = z.object({ token: z.string().max(4000) })

export type Acknowledgement = { ok: true; seq: number; check: LineCheck | null } | { ok: false; problem: Problem }

/** What changed, up to `seq`: the same for all of a kind. */
export interface Change {
  seq: number
  events: ShownEvent[]
  view: CommonView
  /** Turns of the school that wait before this session's; `null` when none of it waits. */
  queue: number | null
}

export interface Welcome extends Change {
  own: OwnPart
  present: Present[]
}

/** Somebody with the session open just now, by their number in it, and where. */
export interface Present {
  number: number
  surfaces: SurfaceName[]
}

export interface ToClient {
  welcome: (welcome: Welcome) => void
  change: (change: Change) => void
  /** One's own part as of `seq`; it comes before the change of that number. */
  own: (own: OwnPart & { seq: number }) => void
  presence: (present: Present[]) => void
  typing: (typing: { number: number; line: string | null }) => void
  /** Where the AI is; its words are shown when they are events. */
  progress: (progress: SessionProgress) => void
  /** The connection is about to be closed for good: why. */
  problem: (problem: Problem) => void
}

type Answer = (answer: Acknowledgement) => void

export interface FromClient {
  command: (command: unknown, answer?: Answer) => void
  typing: (typing: unknown) => void
  renew: (renewal: unknown, answer?: Answer) => void
}

/** Between processes. */
export interface BetweenServers {
  changed: (told: { session: string; seq: number }) => void
  present: (told: { server: string; session: string; present: Present[] }) => void
}

export type LiveNamespace = Namespace<FromClient, ToClient, BetweenServers, Admitted>
export type LiveSocket = Socket<FromClient, ToClient, BetweenServers, Admitted>

/** Those who have a session open, by what they may see of it. */
export const roomOf = (session: string, kind: Admitted['kind']): string => `${session}:${kind}`
export const roomsOf = (session: string): string[] => [roomOf(session, 'members'), roomOf(session, 'teachers')]

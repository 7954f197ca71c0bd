// What a platform consists of; what it does stands beside, file by file.

import type { KeyObject } from 'node:crypto'

export const manners = ['moodle', 'canvas'] as const
export type Manners = (typeof manners)[number]

export interface Person {
  /** Moodle's are small integers, as text. */
  id: string
  name: string
  role: 'teacher' | 'assistant' | 'student'
  /** Of a person who has left: the roster does not show them. */
  left?: boolean
}

/** A link in the course. Copies have a new id and the same custom parameters. */
export interface Activity {
  id: string
  title: string
  text: string
  target: string
  client: string
  custom: Record<string, string>
  /** Ids of those who may open it; all of the course, if not said. */
  onlyFor?: string[]
}

/** A tool as the platform knows it. */
export interface Client {
  id: string
  loginUrl: string
  /** Compared as they are, letter for letter. */
  redirectUris: string[]
  jwksUrl: string
  targetUrl: string
  deployment: string
  scopes: string[]
  custom: Record<string, string>
}

/** One platform with one course. Everything in it may be looked at and changed by tests. */
export interface Lms {
  /** Where it stands, without a slash at its end; also its issuer. */
  readonly base: string
  readonly manners: Manners
  readonly course: { id: string; title: string; label: string }
  keys: PlatformKey[]
  clients: Map<string, Client>
  people: Person[]
  activities: Map<string, Activity>
  lineItems: Map<string, LineItem>
  cells: Map<string, Cell>
  /** Launches on their way, by the message hint. */
  pending: Map<string, Message>
  accessTokens: Map<string, { client: string; scopes: string[]; until: number }>
  /** Ids of assertions and nonces of answers that were used (RFC 7523, 3; LTI deep linking 2.0, 4.5). */
  used: Set<string>
  registrationTokens: Set<string>
  faults: Faults
  /** Whether names are sent at all; `by link`: in launches, and in a roster that is asked for with an activity's `rlid`. */
  shareNames: boolean | 'by link'
  /** Whether a person's launch offers roster and gradebook. */
  services: boolean
  /** Every request to a service and its answer, oldest first. */
  traffic: { method: string; path: string; status: number }[]
  /** Its own clock, which may be wrong. */
  now(): Date
  /** A new id within this platform; never one of an earlier run, as a tool remembers those. */
  nextId(): string
}

/** One person on the way to the tool. */
export interface Message {
  kind: 'LtiResourceLinkRequest' | 'LtiDeepLinkingRequest' | 'LtiSubmissionReviewRequest'
  person: Person
  client: Client
  /** None where activities are being set up. */
  activity: Activity | null
  /** Whose work a submission review is about. */
  forUser?: string
}

/** A column (AGS 2.0, 3.2). */
export interface LineItem {
  id: string
  label: string
  scoreMaximum: number
  resourceLinkId?: string | undefined
  resourceId?: string | undefined
  tag?: string | undefined
  startDateTime?: string | undefined
  endDateTime?: string | undefined
  locked?: boolean
}

export interface Arrived {
  points: number | null
  comment: string
  timestamp: string
}

/** What the gradebook holds of one person in one column, and all that ever arrived for it. */
export interface Cell {
  points: number | null
  comment: string
  timestamp: string | null
  submittedAt: string | null
  attempts: number
  /** Given by hand in the gradebook: a tool's score is taken and changes nothing. */
  overridden: boolean
  locked: boolean
  history: Arrived[]
}

export interface PlatformKey {
  kid: string
  privateKey: KeyObject
  publicKey: KeyObject
}

/** What can be made to go wrong. Shares are from 0 to 1, of the calls to the services. */
export interface Faults {
  /** Every answer comes this much later. */
  slowMs: number
  /** 503: one half of them before anything was done, the other half after. */
  serverErrors: number
  tooMany: number
  retryAfterSeconds: number
  /** 409 for a score that the gradebook does not have. */
  conflicts: number
  /** Canvas's way to say "too many": 403. */
  rateLimited: boolean
  /** Access tokens are refused once: 401. */
  revoked: boolean
  /** id_tokens are expired when they arrive. */
  expiredTokens: boolean
  clockSeconds: number
  /** The frame around the tool promises to keep data and does not answer, as Canvas's mobile app. */
  silentStorage: boolean
  /** No gradebook column takes a score. */
  locked: boolean
  random(): number
}

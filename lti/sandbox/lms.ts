import { type Faults, newFaults } from './faults.js'
import type { Cell, LineItem } from './gradebook.js'
import type { Message } from './messages.js'
import { newKey, type PlatformKey } from './platform-key.js'

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
  /** Whether names are sent at all. */
  shareNames: boolean
  /** Whether a person's launch offers roster and gradebook. */
  services: boolean
  /** Every request to a service and its answer, oldest first. */
  traffic: { method: string; path: string; status: number }[]
  /** Its own clock, which may be wrong. */
  now(): Date
  /** A new id within this platform; never one of an earlier run, as a tool remembers those. */
  nextId(): string
}

export interface LmsOptions {
  base: string
  manners: Manners
  students?: number
  now?: () => Date
}

export const scopes = {
  lineItem: 'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem',
  lineItemReadonly: 'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem.readonly',
  result: 'https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly',
  score: 'https://purl.imsglobal.org/spec/lti-ags/scope/score',
  roster: 'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly',
} as const

const staff: Person[] = [
  { id: '2', name: 'Teacher', role: 'teacher' },
  { id: '3', name: 'Teaching assistant', role: 'assistant' },
]

/** A platform with one course, a teacher, an assistant and students who have nothing but numbers for names. */
export async function createLms({ base, manners, students = 6, now = () => new Date() }: LmsOptions): Promise<Lms> {
  let last = Math.floor(now().getTime() / 1000)
  const faults = newFaults()
  return {
    base,
    manners,
    course: { id: '2', title: 'Science, year 7', label: 'SCI7' },
    keys: [await newKey()],
    clients: new Map(),
    people: [
      ...staff,
      ...Array.from(
        { length: students },
        (_, n): Person => ({ id: `${n + 4}`, name: `Student ${n + 1}`, role: 'student' }),
      ),
    ],
    activities: new Map(),
    lineItems: new Map(),
    cells: new Map(),
    pending: new Map(),
    accessTokens: new Map(),
    used: new Set(),
    registrationTokens: new Set(),
    faults,
    shareNames: true,
    services: true,
    traffic: [],
    now: () => new Date(now().getTime() + faults.clockSeconds * 1000),
    nextId: () => `${++last}`,
  }
}

export function addActivity(lms: Lms, given: Partial<Activity> & Pick<Activity, 'client'>): Activity {
  const activity: Activity = {
    id: lms.nextId(),
    title: 'Song',
    text: '',
    target: lms.clients.get(given.client)?.targetUrl ?? '',
    custom: {},
    ...given,
  }
  lms.activities.set(activity.id, activity)
  return activity
}

/** A copy of an activity, as made with its course: a new link, the same settings, an empty gradebook. */
export function copyActivity(lms: Lms, original: Activity): Activity {
  const history = [original.id, ...(original.custom.resource_link_history?.split(',') ?? [])].filter(Boolean).join(',')
  return addActivity(lms, {
    ...original,
    id: lms.nextId(),
    title: `${original.title} (copy)`,
    custom: { ...original.custom, ...(lms.manners === 'canvas' ? { resource_link_history: history } : {}) },
  })
}

import { newFaults } from './faults.js'
import type { Activity, Lms, Manners, Person, PlatformKey } from './model.js'
import { newKey } from './platform-key.js'

export interface LmsOptions {
  base: string
  manners: Manners
  students?: number
  /** The one it begins with; made if not given. */
  key?: PlatformKey
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
export async function createLms({
  base,
  manners,
  students = 6,
  key,
  now = () => new Date(),
}: LmsOptions): Promise<Lms> {
  let last = Math.floor(now().getTime() / 1000)
  const faults = newFaults()
  return {
    base,
    manners,
    course: { id: '2', title: 'Science, year 7', label: 'SCI7' },
    keys: [key ?? (await newKey())],
    clients: new Map(),
    people: [
      ...staff.map((person) => ({ ...person })),
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

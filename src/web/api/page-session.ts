import { asProblem, Problem, problemOf } from './problem.js'

/**
 * Who this tab's page belongs to: a short-lived token for the code that a launch left behind the # of the address. It is kept
 * for this tab alone (sessionStorage), so that a second tab, or a second person in it, has a page of their own.
 */
interface PageSession {
  token: string
  expiresAt: string
}

const place = 'lmm.page'
let session: PageSession | null = null
let opening: Promise<void> | undefined
let renewing: Promise<void> | undefined

/** Before it is over, with time for a slow network. */
const renewBeforeMs = 20 * 60_000
const lookEveryMs = 5 * 60_000

function keep(given: PageSession): void {
  session = given
  try {
    sessionStorage.setItem(place, JSON.stringify(given))
  } catch {
    // A frame that may keep nothing works until it is loaded anew.
  }
}

function kept(): PageSession | null {
  try {
    return JSON.parse(sessionStorage.getItem(place) ?? 'null') as PageSession | null
  } catch {
    return null
  }
}

async function post(path: string, headers: Record<string, string>, body?: string): Promise<PageSession> {
  const response = await fetch(path, { method: 'POST', credentials: 'omit', headers, ...(body && { body }) })
  if (response.ok) return (await response.json()) as PageSession
  throw problemOf((await response.json().catch(() => ({ code: 'away' }))) as object)
}

async function open(): Promise<void> {
  const code = new URLSearchParams(window.location.hash.slice(1)).get('code')
  if (code) {
    const given = await post(
      '/api/v1/page-sessions',
      { 'Content-Type': 'application/json' },
      JSON.stringify({ code }),
    ).catch((thrown: unknown) => {
      const problem = asProblem(thrown)
      // A code that was refused will not get better; one that did not arrive may still be good.
      if (problem.code === 'unauthenticated') forgetCode()
      throw problem
    })
    forgetCode()
    keep(given)
  } else session = kept()
  if (!session) throw new Problem('unauthenticated', 'Open this page from your course: its link there brings you in.')
  window.setInterval(() => void renewInTime(), lookEveryMs)
}

const forgetCode = (): void => window.history.replaceState(null, '', window.location.pathname + window.location.search)

/** Brings this page's person in, once however often it is called; a try that failed may be made again. */
export function openPage(): Promise<void> {
  opening ??= open().catch((thrown: unknown) => {
    opening = undefined
    throw asProblem(thrown)
  })
  return opening
}

function renewInTime(): Promise<void> {
  const left = session ? Date.parse(session.expiresAt) - Date.now() : Number.POSITIVE_INFINITY
  if (left > renewBeforeMs || left < 0) return Promise.resolve()
  renewing ??= post('/api/v1/page-sessions/renew', { Authorization: `Bearer ${session?.token}` })
    .then(keep)
    // The old one still holds for a while; when it does not, the next answer says so.
    .catch(() => {})
    .finally(() => {
      renewing = undefined
    })
  return renewing
}

/** The token to speak with, or nothing on a page that nobody came to from a course. */
export async function pageBearer(): Promise<string | undefined> {
  await renewInTime()
  return session?.token
}

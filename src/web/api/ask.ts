import { pageBearer } from './page-session.js'
import { asProblem, problemOf } from './problem.js'

/** A request to the service, as the person whose page this is where it was opened from a course; what is not an answer of the 200s is thrown as a Problem. */
export async function ask(path: string, init: RequestInit = {}): Promise<Response> {
  try {
    const headers = new Headers(init.headers)
    const token = await pageBearer()
    if (token) headers.set('Authorization', `Bearer ${token}`)
    const response = await fetch(path, { credentials: 'same-origin', ...init, headers })
    if (response.ok) return response
    const told: unknown = await response.json().catch(() => ({ code: response.status === 404 ? 'not_found' : 'away' }))
    throw problemOf(told as object, Number(response.headers.get('Retry-After')) || null)
  } catch (thrown) {
    throw asProblem(thrown)
  }
}

export const askJson = async <T>(path: string, init?: RequestInit): Promise<T> =>
  (await ask(path, init)).json() as Promise<T>

export const jsonBody = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json', ...headers },
  body: JSON.stringify(body),
})

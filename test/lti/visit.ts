import type { JWTPayload } from 'jose'
import { loginUrl, payloadOf } from '../../lti/sandbox/messages.js'
import type { Activity, Client, Lms, Message, Person } from '../../lti/sandbox/model.js'
import { sign } from '../../lti/sandbox/platform-key.js'

/** A browser that keeps no cookies in frames uses the platform's storage instead. */
export type Keeping = 'cookies' | 'platform storage'

/** A sign-in that has been begun, up to the platform's door. */
export interface Begun {
  authUrl: URL
  state: string
  nonce: string
  hint: string
  /** What the browser kept. */
  cookie: string
  proof: string
  keeping: Keeping
}

export const personOf = ({ people }: Lms, role: Person['role'] = 'student'): Person =>
  people.find((person) => person.role === role)!

export const messageFor = (
  lms: Lms,
  client: Client,
  activity: Activity | null,
  { kind = 'LtiResourceLinkRequest', role = 'student', ...rest }: Partial<Message> & { role?: Person['role'] } = {},
): Message => ({ kind, person: personOf(lms, role), client, activity, ...rest })

const attribute = (html: string, name: string): string => {
  const [, value = ''] = new RegExp(`${name}="([^"]*)"`).exec(html) ?? []
  return value.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
}

/** The first step, as the browser takes it: the tool's login address, as the platform says it. */
export async function begin(url: string, keeping: Keeping = 'cookies'): Promise<Begun> {
  const target = new URL(url)
  if (keeping === 'platform storage') target.searchParams.set('lti_storage_target', '_parent')
  else target.searchParams.delete('lti_storage_target')
  const answer = await fetch(target, { redirect: 'manual' })
  const html = await answer.text()
  const location = answer.headers.get('location') ?? attribute(html, 'data-auth-url')
  if (!location) throw new Error(`no sign-in was begun: ${answer.status} ${html}`)
  const authUrl = new URL(location)
  const read = (name: string) => authUrl.searchParams.get(name) ?? ''
  return {
    authUrl,
    state: read('state'),
    nonce: read('nonce'),
    hint: read('lti_message_hint'),
    cookie: keeping === 'cookies' ? (answer.headers.get('set-cookie') ?? '').split(';')[0]! : '',
    proof: keeping === 'cookies' ? '' : attribute(html, 'data-proof'),
    keeping,
  }
}

export interface Sent {
  url: string
  begun: Pick<Begun, 'cookie' | 'proof' | 'keeping'>
  form: Record<string, string>
}

/** The last step: the platform's form comes to the tool. Without cookies it comes twice, the second time with the stored proof. */
export async function arrive({ url, begun, form }: Sent): Promise<Response> {
  const send = (fields: Record<string, string>, from: Record<string, string> = {}) =>
    fetch(`${url}/lti/launch`, {
      method: 'POST',
      redirect: 'manual',
      headers: { ...from, ...(begun.cookie ? { Cookie: begun.cookie } : {}) },
      body: new URLSearchParams(fields),
    })
  if (begun.keeping === 'cookies') return await send(form)
  const first = await send({ ...form, lti_storage_target: '_parent' })
  if (first.status !== 200) return first
  const html = await first.text()
  const again = Object.fromEntries(['id_token', 'state'].map((name) => [name, attribute(html, `name="${name}" value`)]))
  return await send({ ...again, proof: begun.proof || 'none' }, { Origin: new URL(url).origin })
}

/** What an honest platform's id_token says for a sign-in. */
export const claimsFor = (lms: Lms, message: Message, { nonce, hint }: Begun): JWTPayload =>
  payloadOf(lms, message, { nonce, hint })

/** A whole launch through the platform's own addresses, as a browser would go it. */
export async function visit(
  toolUrl: string,
  lms: Lms,
  message: Message,
  keeping: Keeping = 'cookies',
): Promise<Response> {
  const begun = await begin(loginUrl(lms, message), keeping)
  const signedIn = await fetch(begun.authUrl)
  const html = await signedIn.text()
  const form = Object.fromEntries(
    [...html.matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  )
  if (!form.id_token && !form.error) throw new Error(`the platform did not sign anybody in: ${html}`)
  return await arrive({ url: toolUrl, begun, form })
}

/** A launch with a token of the test's own making. */
export async function visitWith(
  toolUrl: string,
  lms: Lms,
  message: Message,
  change: (claims: JWTPayload, begun: Begun) => JWTPayload | string | Promise<JWTPayload | string>,
  keeping: Keeping = 'cookies',
): Promise<Response> {
  const begun = await begin(loginUrl(lms, message), keeping)
  const changed = await change(claimsFor(lms, message, begun), begun)
  const idToken = typeof changed === 'string' ? changed : await sign(lms, changed)
  return await arrive({ url: toolUrl, begun, form: { id_token: idToken, state: begun.state } })
}

import { z } from 'zod'
import { asAppError } from '../../src/errors.js'
import type { Door } from '../door.js'
import type { Registration } from '../models/registration.js'
import { AccessTokens } from '../services/access-tokens.js'
import { scopes } from './tool.js'

export interface CheckLine {
  what: string
  ok: boolean
  /** For an administrator: what was seen, or what is wrong and how to mend it. */
  text: string
}

/** Tokens are believed for minutes at most: clocks further apart than this keep launches from working. */
const clockLimitSeconds = 60

const keySetSchema = z.object({ keys: z.array(z.object({ kty: z.string() })).min(1) })

const names: Record<string, string> = {
  lineitem: 'make columns in the gradebook',
  'result.readonly': 'read grades back',
  score: 'send grades',
  'contextmembership.readonly': 'read the roster',
}

async function checkKeys({ outbound, ctx }: Door, { jwksUrl }: Registration): Promise<CheckLine[]> {
  try {
    const answer = await outbound({ method: 'GET', url: jwksUrl })
    const keys = keySetSchema.safeParse(answer.status === 200 ? JSON.parse(answer.body) : null)
    const lines: CheckLine[] = [
      keys.success
        ? { what: 'keys', ok: true, text: `The platform publishes ${keys.data.keys.length} key(s).` }
        : {
            what: 'keys',
            ok: false,
            text: `${jwksUrl} answered ${answer.status} and no key set. Check the address (--jwks-url).`,
          },
    ]
    const date = Date.parse(answer.headers.date ?? '')
    if (Number.isFinite(date)) {
      const apart = Math.round((date - ctx.now().getTime()) / 1000)
      const ok = Math.abs(apart) <= clockLimitSeconds
      const text = ok
        ? 'The clocks agree.'
        : `The platform's clock is ${Math.abs(apart)} s ${apart > 0 ? 'ahead of' : 'behind'} ours. Set both by a time server (NTP).`
      lines.push({ what: 'clock', ok, text })
    }
    return lines
  } catch (thrown) {
    return [{ what: 'keys', ok: false, text: `The keys cannot be fetched: ${asAppError(thrown).message}` }]
  }
}

async function checkScopes(door: Door, registration: Registration): Promise<CheckLine[]> {
  try {
    const { scopes: granted } = await new AccessTokens(door).get(registration, scopes)
    return [
      { what: 'token', ok: true, text: 'The platform gives access tokens.' },
      ...scopes.map((scope): CheckLine => {
        const ok = granted.includes(scope)
        const name = names[scope.split('/').at(-1) ?? ''] ?? scope
        return {
          what: 'scope',
          ok,
          text: ok ? `May ${name}.` : `May not ${name}: allow ${scope} for this tool in the platform.`,
        }
      }),
    ]
  } catch (thrown) {
    const { message } = asAppError(thrown)
    return [
      {
        what: 'token',
        ok: false,
        text: `${message} The platform must know our keys, at ${door.ctx.config.publicUrl}/lti/keys, and be able to reach that address.`,
      },
    ]
  }
}

/** Tries what launches and grades rest on, and says in plain words what is wrong: keys, clock, token, scopes. */
export async function checkRegistration(door: Door, registration: Registration): Promise<CheckLine[]> {
  const state: CheckLine[] = registration.disabledAt
    ? [{ what: 'state', ok: false, text: 'This registration is switched off.' }]
    : []
  return [...state, ...(await checkKeys(door, registration)), ...(await checkScopes(door, registration))]
}

import { parseArgs } from 'node:util'
import { type SavedRegistration, saveRegistration } from '../../lti/registration/save-registration.js'
import type { Context } from '../context.js'
import { AppError } from '../errors.js'

const needed = ['issuer', 'client-id', 'auth-url', 'token-url', 'jwks-url'] as const
const optionOf: Record<string, string> = { tokenAudience: 'audience', hosts: 'host', deploymentIds: 'deployment' }

/** Faults at the options that they are about: "clientId" is --client-id. */
function asOptions(thrown: unknown): unknown {
  if (!(thrown instanceof AppError)) return thrown
  const named = (at: string) => {
    const [field = ''] = at.split('.')
    return `--${optionOf[field] ?? field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
  }
  const faults = thrown.faults.map(({ at, message }) => ({ at: named(at), message }))
  return new AppError(thrown.code, thrown.message, { faults, cause: thrown })
}

const text = { type: 'string' } as const
const several = { type: 'string', multiple: true } as const
const options = {
  name: text,
  issuer: text,
  'client-id': text,
  deployment: several,
  'auth-url': text,
  'token-url': text,
  'jwks-url': text,
  audience: text,
  host: several,
  family: text,
} as const

/** `lti add`: a registration out of the command line. Rejects with `invalid_request`, its faults at the options. */
export async function addByHand(ctx: Context, args: string[]): Promise<SavedRegistration> {
  const { values } = parseArgs({ args, options })
  const missing = needed.filter((name) => values[name] === undefined)
  if (missing.length > 0)
    throw new AppError('invalid_request', `Say also: ${missing.map((name) => `--${name}`).join(' ')}`)
  return await saveRegistration(ctx, {
    name: values.name ?? values.issuer,
    issuer: values.issuer,
    clientId: values['client-id'],
    authUrl: values['auth-url'],
    tokenUrl: values['token-url'],
    jwksUrl: values['jwks-url'],
    tokenAudience: values.audience,
    family: values.family,
    ...(values.host ? { hosts: values.host } : {}),
    deploymentIds: values.deployment ?? [],
  }).catch((thrown: unknown) => {
    throw asOptions(thrown)
  })
}

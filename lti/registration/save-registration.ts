import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Context } from '../../src/context.js'
import { AppError } from '../../src/errors.js'
import { type Family, Registration } from '../models/registration.js'

const address = z.url({ protocol: /^https?$/, error: 'must be an http or https address' })

/** What an administrator or a platform says of a registration. */
export const registrationInputSchema = z.strictObject({
  name: z.string().trim().min(1).max(200),
  family: z.enum(['canvas', 'moodle', 'other']).optional(),
  issuer: address,
  clientId: z.string().min(1).max(500),
  authUrl: address,
  tokenUrl: address,
  tokenAudience: z.string().max(500).nullish(),
  jwksUrl: address,
  scopes: z.array(z.string()).optional(),
  /** More hosts of the platform's, beside those of the addresses above: access tokens may go there, and they may frame our pages. */
  hosts: z.array(z.string().regex(/^[\w.-]+(:\d+)?$/, 'must be a host, with its port where it has one')).optional(),
  deploymentIds: z.array(z.string().min(1).max(255)).default([]),
})
export type RegistrationInput = z.infer<typeof registrationInputSchema>

export interface SavedRegistration {
  registration: Registration
  /** Whether it was here before: then it was updated, and says so. */
  updated: boolean
  /** What an update made another, as it was before: nothing is overwritten in silence. */
  before: { field: string; was: string }[]
  deployments: string[]
}

const familyOf = ({ family, issuer, authUrl }: RegistrationInput): Family =>
  family ??
  (/instructure\.com/.test(`${issuer} ${authUrl}`) ? 'canvas' : /\/mod\/lti\//.test(authUrl) ? 'moodle' : 'other')

/** Hosted Canvas shows courses on one host and signs in on another: every origin of its addresses may show our pages. */
function originsOf({ issuer, authUrl, family, hosts = [] }: RegistrationInput): string[] {
  const { protocol } = new URL(issuer)
  const origins = [
    ...[issuer, authUrl].map((url) => new URL(url).origin),
    ...hosts.map((host) => `${protocol}//${host}`),
  ]
  const isHosted = family === 'canvas' && /\.instructure\.com$/.test(new URL(issuer).hostname)
  return [...new Set(isHosted ? [...origins, 'https://*.instructure.com'] : origins)]
}

/**
 * Makes a registration, or updates the one of the same issuer and client; its deployments are added, never taken away, and
 * scopes and further hosts stay where none are given. Each deployment becomes a tenant. `saidBy`: the hosts that a platform
 * registers itself from; a registration that is here is changed from its own hosts alone, as any platform can claim any issuer.
 */
export async function saveRegistration(
  ctx: Context,
  given: unknown,
  { saidBy = [] }: { saidBy?: readonly string[] } = {},
): Promise<SavedRegistration> {
  const parsed = registrationInputSchema.safeParse(given)
  if (!parsed.success) {
    throw new AppError('invalid_request', 'This registration cannot be kept:', {
      faults: parsed.error.issues.map(({ path, message }) => ({ at: path.join('.'), message })),
    })
  }
  const input = parsed.data
  const { deploymentIds, issuer, clientId } = input
  return await ctx.db.outsideTenants(async (tx) => {
    await ctx.db.query(tx, 'SELECT pg_advisory_xact_lock(hashtextextended($1, 1))', [`${issuer} ${clientId}`])
    const Registrations = ctx.db.of(Registration)
    const before = await Registrations.findOne({ where: { issuer, clientId }, transaction: tx })
    const strange = saidBy.find((host) => before && !before.hosts.includes(host))
    if (strange) throw registeredElsewhere(strange)
    const fields = fieldsOf(input, before, ctx.now())
    const changes = before ? changesOf(before, fields) : []
    const registration = before
      ? await before.update(fields, { transaction: tx })
      : await Registrations.create({ id: randomUUID(), issuer, clientId, ...fields }, { transaction: tx })
    for (const deployment of deploymentIds) await addDeployment(ctx, tx, registration, deployment)
    const rows = await ctx.db.query<{ deployment_id: string }>(
      tx,
      'SELECT deployment_id FROM lti_deployments WHERE registration_id = $1 ORDER BY created_at',
      [registration.id],
    )
    return {
      registration,
      updated: before !== null,
      before: changes,
      deployments: rows.map(({ deployment_id }) => deployment_id),
    }
  })
}

const hostsOf = (addresses: Pick<RegistrationInput, 'issuer' | 'authUrl' | 'tokenUrl' | 'jwksUrl'>): string[] =>
  [addresses.issuer, addresses.authUrl, addresses.tokenUrl, addresses.jwksUrl].map((url) => new URL(url).host)

function fieldsOf(input: RegistrationInput, before: Registration | null, updatedAt: Date) {
  const { deploymentIds: _, issuer: _issuer, clientId: _clientId, ...rest } = input
  const known = before ? before.hosts.filter((host) => !hostsOf(before).includes(host)) : []
  const hosts = [...new Set([...(input.hosts ?? known), ...hostsOf(input)])]
  const family = familyOf(input)
  return {
    ...rest,
    tokenAudience: rest.tokenAudience ?? null,
    family,
    scopes: input.scopes ?? before?.scopes ?? [],
    hosts,
    origins: originsOf({ ...input, family, hosts }),
    updatedAt,
  }
}

type Fields = ReturnType<typeof fieldsOf>
const told = ['name', 'family', 'authUrl', 'tokenUrl', 'tokenAudience', 'jwksUrl', 'scopes', 'hosts'] as const

function changesOf(before: Registration, fields: Fields): SavedRegistration['before'] {
  const text = (value: string | readonly string[] | null) => (value === null ? 'none' : [value].flat().join(' '))
  return told.flatMap((field) => {
    const was = text(before[field])
    return was === text(fields[field]) ? [] : [{ field, was }]
  })
}

const registeredElsewhere = (host: string) =>
  new AppError(
    'conflict',
    `This platform and client are registered here already, and not from ${host}. If the platform has moved, the person who runs this service can say so with: npm run lmm -- lti add`,
    { reason: 'registered_elsewhere' },
  )

/** A deployment's tenant: the one it has, or a new one. */
async function addDeployment(
  ctx: Context,
  tx: Parameters<Context['db']['query']>[0],
  registration: Registration,
  deployment: string,
): Promise<void> {
  await ctx.db.query(tx, 'SELECT lti_new_tenant($1, $2, $3, $4, $5)', [
    randomUUID(),
    `${registration.name}, ${deployment}`,
    randomUUID(),
    registration.id,
    deployment,
  ])
}

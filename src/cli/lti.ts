import { createDoor } from '../../lti/door.js'
import { rotateKeys } from '../../lti/keys/signing-keys.js'
import { type Family, Registration } from '../../lti/models/registration.js'
import { checkRegistration } from '../../lti/registration/check-registration.js'
import { invite } from '../../lti/registration/invites.js'
import { type SavedRegistration, saveRegistration } from '../../lti/registration/save-registration.js'
import type { Context } from '../context.js'
import { AppError } from '../errors.js'
import { addByHand } from './lti-add.js'
import { withService } from './with-service.js'

type Run = (ctx: Context, args: string[]) => Promise<number>

const usage = `Usage: npm run lmm -- lti COMMAND

  invite [moodle|canvas|other]   an address, good once, that registers a platform by itself
  add --name N --issuer URL --client-id ID --deployment ID
      --auth-url URL --token-url URL --jwks-url URL [--audience TEXT] [--family canvas|moodle|other]
      [--host HOST]              where its roster and grades are, if on another host than these; may stand several times
                                 register a platform by hand; again updates; --deployment may stand several times
  deploy ID DEPLOYMENT_ID        add a deployment to a registration
  list | show ID                 what is registered
  check ID                       try keys, token, scopes and clock, and say what is wrong
  disable ID | enable ID         switch a registration off or on
  rotate-keys                    publish a new signing key; it signs two hours from now
`

const find = async (ctx: Context, id: string | undefined): Promise<Registration> => {
  const found = await ctx.db.outsideTenants((tx) => ctx.db.of(Registration).findAll({ transaction: tx }))
  const matching = found.filter((registration) => id !== undefined && registration.id.startsWith(id))
  if (matching.length === 1) return matching[0]!
  throw new AppError(
    'not_found',
    matching.length > 1
      ? 'Several registrations begin so: give more of the id.'
      : 'There is no such registration. See: npm run lmm -- lti list',
  )
}

const say = ({ registration, updated, before, deployments }: SavedRegistration) => {
  console.log(
    `${updated ? 'Updated' : 'Registered'} ${registration.name}\n  id            ${registration.id}\n  issuer        ${registration.issuer}\n  client id     ${registration.clientId}\n  deployments   ${deployments.join(', ') || 'none yet'}`,
  )
  for (const { field, was } of before) console.log(`  ${field.padEnd(12)}  was ${was}`)
}

const commands: Record<string, Run> = {
  async invite(ctx, [family = 'other']) {
    if (!['moodle', 'canvas', 'other'].includes(family))
      throw new AppError('invalid_request', 'Say moodle, canvas or other.')
    const { url, expiresAt } = await invite(ctx, family as Family)
    console.log(
      `${url}\n\nPaste it in the platform as the tool's registration address. It is good once, until ${expiresAt.toISOString()}.`,
    )
    return 0
  },
  async add(ctx, args) {
    say(await addByHand(ctx, args))
    return 0
  },
  async deploy(ctx, [id, deployment]) {
    if (!deployment) throw new AppError('invalid_request', 'Say the registration and the deployment id.')
    const { name, issuer, clientId, authUrl, tokenUrl, tokenAudience, jwksUrl, scopes, hosts, family } = await find(
      ctx,
      id,
    )
    say(
      await saveRegistration(ctx, {
        name,
        issuer,
        clientId,
        authUrl,
        tokenUrl,
        tokenAudience,
        jwksUrl,
        scopes,
        hosts,
        family,
        deploymentIds: [deployment],
      }),
    )
    return 0
  },
  async list(ctx) {
    const all = await ctx.db.outsideTenants((tx) =>
      ctx.db.of(Registration).findAll({ order: ['created_at'], transaction: tx }),
    )
    for (const { id, name, issuer, clientId, disabledAt } of all)
      console.log(`${id}  ${name}  ${issuer}  ${clientId}${disabledAt ? '  (switched off)' : ''}`)
    if (all.length === 0) console.log('No platform is registered yet. See: npm run lmm -- lti invite')
    return 0
  },
  async show(ctx, [id]) {
    const registration = await find(ctx, id)
    const deployments = await ctx.db.outsideTenants((tx) =>
      ctx.db.query(tx, 'SELECT deployment_id, tenant_id FROM lti_deployments WHERE registration_id = $1', [
        registration.id,
      ]),
    )
    console.log(JSON.stringify({ ...registration.get(), deployments }, null, 2))
    return 0
  },
  async check(ctx, [id]) {
    const lines = await checkRegistration(createDoor(ctx), await find(ctx, id))
    for (const { ok, text } of lines) console.log(`${ok ? 'ok    ' : 'wrong '} ${text}`)
    return lines.every(({ ok }) => ok) ? 0 : 1
  },
  disable: (ctx, [id]) => setDisabled(ctx, id, ctx.now()),
  enable: (ctx, [id]) => setDisabled(ctx, id, null),
  async 'rotate-keys'(ctx) {
    console.log(
      `The new key is ${await rotateKeys(ctx)}. It is published now and signs in two hours; the old one stays published for a week.`,
    )
    return 0
  },
}

async function setDisabled(ctx: Context, id: string | undefined, disabledAt: Date | null): Promise<number> {
  const registration = await find(ctx, id)
  await ctx.db.outsideTenants((tx) =>
    ctx.db.of(Registration).update({ disabledAt }, { where: { id: registration.id }, transaction: tx }),
  )
  console.log(`${registration.name} is switched ${disabledAt ? 'off' : 'on'}.`)
  return 0
}

/** `npm run lmm -- lti …`: which learning platforms this service works with. */
export async function lti([name = 'help', ...args]: string[]): Promise<number> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) {
    const asked = ['help', '--help', '-h'].includes(name)
    ;(asked ? process.stdout : process.stderr).write(usage)
    return asked ? 0 : 2
  }
  return await withService((ctx) => command(ctx, args))
}

import { parseArgs } from 'node:util'
import { issueToken, issueTokenSchema } from '../access/issue-token.js'
import { listTokens } from '../access/list-tokens.js'
import { revokeToken } from '../access/revoke-token.js'
import { scopes } from '../domain/actor.js'
import { plainFault } from '../domain/plain-fault.js'
import { AppError } from '../errors.js'
import { withService } from './with-service.js'

/** `tokens issue --name N --role R [--scopes a,b] [--days 90]`, `tokens list`, `tokens revoke ID`. */
export async function tokens([verb, ...args]: string[]): Promise<number> {
  if (verb === 'issue') await issue(args)
  else if (verb === 'list') await list(args)
  else if (verb === 'revoke') await revoke(args)
  else throw new AppError('invalid_request', 'Say "tokens issue", "tokens list" or "tokens revoke ID".')
  return 0
}

async function issue(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      name: { type: 'string', default: '' },
      role: { type: 'string', default: '' },
      scopes: { type: 'string' },
      days: { type: 'string', default: '90' },
    },
  })
  const asked = issueTokenSchema.safeParse(
    {
      name: values.name,
      role: values.role,
      scopes: values.scopes?.split(',').map((scope) => scope.trim()) ?? null,
      days: Number(values.days),
    },
    { error: plainFault },
  )
  if (!asked.success) {
    const lines = asked.error.issues.map(({ path, message }) => `  --${String(path[0])}: ${message}`)
    throw new AppError('invalid_request', `${lines.join('\n')}\nScopes: ${scopes.join(', ')}.`)
  }
  const { id, token, expiresAt } = await withService((ctx, actor) => issueToken(ctx, actor, asked.data))
  // The token alone goes to stdout, so that it can be kept in a variable or a file.
  console.error(`Token ${id}, good until ${expiresAt.toISOString().slice(0, 10)}. It is shown this once:`)
  console.log(token)
}

async function list(args: string[]): Promise<void> {
  parseArgs({ args, options: {} })
  const found = await withService(listTokens)
  if (found.length === 0) console.log('There are no API tokens.')
  for (const { id, state, role, scopes: limited, expiresAt, name } of found) {
    console.log(
      [
        id,
        state.padEnd(7),
        role.padEnd(13),
        expiresAt.toISOString().slice(0, 10),
        limited?.join(',') ?? 'all',
        name,
      ].join('  '),
    )
  }
}

async function revoke(args: string[]): Promise<void> {
  const { positionals } = parseArgs({ args, options: {}, allowPositionals: true })
  const [id, ...rest] = positionals
  if (!id || rest.length > 0)
    throw new AppError('invalid_request', 'Say "tokens revoke ID"; "tokens list" shows the ids.')
  await withService((ctx, actor) => revokeToken(ctx, actor, id))
  console.log(`Token ${id} is revoked.`)
}

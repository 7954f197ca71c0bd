import { createHash, randomBytes } from 'node:crypto'
import type { Context } from '../context.js'
import type { Tx } from '../db/database.js'
import { AppError } from '../errors.js'
import { seal, unseal } from '../sealed.js'

type WithKey = { config: Pick<Context['config'], 'encryptionKey'> }

export const digestOf = (invitation: string): Buffer => createHash('sha256').update(invitation).digest()

const purposeOf = (session: string): string => `invitation to ${session}`

export interface NewInvitation {
  /** Whoever has it may join. */
  invitation: string
  /** Whom to let in is told by this. */
  digest: Buffer
  /** For showing it again. */
  sealed: Buffer
}

export function newInvitation({ config }: WithKey, session: string): NewInvitation {
  const invitation = randomBytes(18).toString('base64url')
  const sealed = seal(config.encryptionKey, purposeOf(session), invitation)
  return { invitation, digest: digestOf(invitation), sealed }
}

/** The invitation that is good now. Rejects with `gone` where it cannot be shown: it was sealed with another key. */
export async function openInvitation(ctx: Context, tx: Tx, session: string): Promise<string> {
  const [row] = await ctx.db.query<{ sealed: Buffer | null }>(
    tx,
    'SELECT invitation_sealed AS sealed FROM sessions WHERE id = $1',
    [session],
  )
  try {
    if (row?.sealed) return unseal(ctx.config.encryptionKey, purposeOf(session), row.sealed)
  } catch (err) {
    ctx.log.warn({ err, session }, 'an invitation cannot be shown')
  }
  throw new AppError('gone', 'This link can no longer be shown. Whoever leads the group can make a new one.')
}

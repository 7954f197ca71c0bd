import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import type { Context } from '../context.js'

/** A song by its tenant's id and its own, both uuids. */
interface Shared {
  tenant: string
  song: string
}

const bytesOf = (uuid: string) => Buffer.from(uuid.replaceAll('-', ''), 'hex')
const uuidOf = (bytes: Buffer) => bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')

function seal({ jwtSecret }: Context['config'], { tenant, song }: Shared): Buffer {
  const key = Buffer.from(hkdfSync('sha256', jwtSecret, '', 'lmm share link', 32))
  return createHmac('sha256', key).update(bytesOf(tenant)).update(bytesOf(song)).digest()
}

/**
 * What opens one song to whoever holds it: the tenant's id and a seal over it and the song's, in base64url. It says nothing of who
 * made the song or who shared it (docs/decisions/share-links.md).
 */
export const shareToken = (config: Context['config'], shared: Shared): string =>
  `${bytesOf(shared.tenant).toString('base64url')}.${seal(config, shared).toString('base64url')}`

/** The tenant of a song that the token opens; `null` for a token that we did not make, or made for another song. */
export function tenantOfShare(config: Context['config'], token: string, song: string): string | null {
  const [, first, second] = /^([\w-]{22})\.([\w-]{43})$/.exec(token) ?? []
  if (!first || !second) return null
  const tenant = uuidOf(Buffer.from(first, 'base64url'))
  return timingSafeEqual(Buffer.from(second, 'base64url'), seal(config, { tenant, song })) ? tenant : null
}

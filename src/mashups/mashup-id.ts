import { createHash } from 'node:crypto'
import type { Actor } from '../domain/actor.js'
import type { MashupRequest } from '../domain/mashup-request.js'

const namespace = Buffer.from('5bd1f3a0c2ae4c0e9d0f6d7a1b1c9e42', 'hex')

/**
 * The song's id, made of who asks and of what was understood, seed included: a person who asks for the same twice gets the
 * same song, and nobody can guess another's. A uuid of version 5 (RFC 9562, 5.5).
 */
export function mashupId({ tenant, person }: Pick<Actor, 'tenant' | 'person'>, request: MashupRequest): string {
  const bytes = createHash('sha1')
    .update(namespace)
    .update(JSON.stringify([tenant, person, request]))
    .digest()
    .subarray(0, 16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x50
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

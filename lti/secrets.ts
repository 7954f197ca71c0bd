import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** 256 bits, as 43 characters that fit into a URL, a form and a cookie. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

export const secretPattern = /^[A-Za-z0-9_-]{43}$/

/** What the database keeps of a secret: whoever reads the table cannot use it. */
export const digestOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()

export const matches = (secret: string, digest: Buffer): boolean => timingSafeEqual(digestOf(secret), digest)

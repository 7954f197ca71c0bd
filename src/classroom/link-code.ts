import { createHmac, hkdfSync, randomInt } from 'node:crypto'
import type { Context } from '../context.js'
import { rowsBy } from '../db/short-lived.js'

/** Letters and digits that nobody takes for another: no 0 and O, no 1, I and L. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const length = 8
const whole = new RegExp(`^[${alphabet}]{${length}}$`)
export const codeMinutes = 10
/** For a day they say that they are too old. */
export const linkCodes = rowsBy('lmm_forget_link_codes', `$1::timestamptz - interval '1 day'`)

/** About 40 bits: enough against guessing for ten minutes, and short enough to be typed. */
export const newLinkCode = (): string => Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('')

/** A code as it was meant, from how somebody typed it, or `null` where it cannot be one. */
export function readLinkCode(typed: string): string | null {
  const code = typed.replace(/[\s\p{Pd}`*_]/gu, '').toUpperCase()
  return whole.test(code) ? code : null
}

/** What the database keeps of a code. It is keyed: all codes there are could be hashed within minutes. */
export function linkCodeDigest({ config }: Pick<Context, 'config'>, code: string): Buffer {
  const key = Buffer.from(hkdfSync('sha256', config.jwtSecret, '', 'lmm link code', 32))
  return createHmac('sha256', key).update(code).digest()
}

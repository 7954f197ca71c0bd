import { createHmac, hkdfSync, randomUUID, timingSafeEqual } from 'node:crypto'
import type { Request, Response } from 'express'
import type { Config } from '../config.js'

const cookie = 'lmm_guest'
const days = 30

export interface Guest {
  /** Opaque; a uuid. */
  person: string
  /** No cookie came with the request: nothing tells this guest from any other at the same address. */
  isNew: boolean
}

export interface Guests {
  /** Whom a Cookie header knows, or `null`. */
  known(cookies: string | undefined): string | null
  welcome(req: Request, res: Response): Guest
}

const cookieValue = (header: string | undefined, name: string): string | undefined =>
  header
    ?.split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1)

/** Guests are known by a signed cookie that holds a random id and nothing else. A forged or broken one is like none. */
export function createGuests({ jwtSecret, publicUrl }: Pick<Config, 'jwtSecret' | 'publicUrl'>): Guests {
  const key = Buffer.from(hkdfSync('sha256', jwtSecret, '', 'lmm guest cookie', 32))
  const sign = (person: string) => createHmac('sha256', key).update(person).digest('base64url')

  function known(cookies: string | undefined): string | null {
    const [person = '', signature = ''] = cookieValue(cookies, cookie)?.split('.') ?? []
    const [given, right] = [Buffer.from(signature), Buffer.from(sign(person))]
    return given.length === right.length && timingSafeEqual(given, right) ? person : null
  }

  return {
    known,
    welcome(req, res) {
      const before = known(req.headers.cookie)
      if (before) return { person: before, isNew: false }
      const person = randomUUID()
      res.cookie(cookie, `${person}.${sign(person)}`, {
        httpOnly: true,
        sameSite: 'lax',
        secure: publicUrl.startsWith('https:'),
        path: '/',
        maxAge: days * 86_400_000,
      })
      return { person, isNew: true }
    },
  }
}

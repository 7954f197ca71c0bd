import { readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { AppError } from '../../src/errors.js'

/** Ids of an account of this machine. */
export interface Account {
  uid: number
  gid: number
}

const candidates = ['postgres', '_postgres', 'nobody']

/** Whom PostgreSQL runs as: `null` for whoever we are, unless that is root, which PostgreSQL refuses. */
export function accountForPostgres(): Account | null {
  if (process.getuid?.() !== 0) return null
  const known = new Map(
    readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => [line.split(':', 1)[0], line]),
  )
  for (const name of candidates) {
    const [, , uid, gid] = known.get(name)?.split(':') ?? []
    if (Number(uid) > 0 && Number(gid) > 0) return { uid: Number(uid), gid: Number(gid) }
  }
  throw new AppError(
    'unavailable',
    'PostgreSQL does not run as root, and this machine has no account "postgres" or "nobody" to run it as. Start the service as another user, or set DATABASE_URL.',
  )
}

/** Whether the account may use the file or folder as its mode bits say (4 read, 1 run or enter), and enter all folders above it. */
export function reaches(account: Account | null, path: string, bits: number): boolean {
  if (!account) return true
  const may = (at: string, wanted: number) => {
    const { mode, uid, gid } = statSync(at)
    const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0
    return ((mode >> shift) & wanted) === wanted
  }
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (!may(folder, 1)) return false
    if (folder === dirname(folder)) break
  }
  return may(path, bits)
}

import { createHash } from 'node:crypto'
import { chmodSync, chownSync, lstatSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { AppError } from '../../src/errors.js'
import { type Account, reaches } from './account.js'

/** Where the files of a cluster lie. */
export interface Place {
  home: string
  /** The data directory; there once initdb is through. */
  data: string
  /** The socket's folder; unused on Windows. */
  socket: string
  log: string
}

/** sockaddr_un holds 108 bytes on Linux and 104 elsewhere, with the zero at the end. */
const longestSocketPath = 103
const socketFile = '.s.PGSQL.5432'

/** The cluster of a DATA_DIR: in it, or where the account that PostgreSQL has to run as can get to. */
export function placeOf(dataDir: string, account: Account | null): Place {
  const given = resolve(dataDir)
  const hash = createHash('sha256').update(given).digest('hex').slice(0, 12)
  mkdirSync(given, { recursive: true })
  const home = reaches(account, given, 1) ? join(given, 'postgres') : `/var/lib/lmm-${hash}`
  own(home, account)

  const near = join(home, 'run')
  const socket = Buffer.byteLength(join(near, socketFile)) <= longestSocketPath ? near : join(tmpdir(), `lmm-${hash}`)
  own(socket, account)
  return { home, data: join(home, 'data'), socket, log: join(home, 'postgres.log') }
}

/** A folder of the account alone. One that a stranger has laid there beforehand is refused. */
function own(folder: string, account: Account | null): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const uid = account?.uid ?? process.getuid?.()
  if (account) chownSync(folder, account.uid, account.gid)
  const found = lstatSync(folder)
  if (!found.isDirectory() || (uid !== undefined && found.uid !== uid)) {
    throw new AppError('unavailable', `${folder} belongs to somebody else; PostgreSQL cannot be kept there.`)
  }
  chmodSync(folder, 0o700)
}

import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { appendFile, chown, mkdtemp, readFile, rename, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { AppError } from '../../src/errors.js'
import { type Account, accountForPostgres } from './account.js'
import { type Binaries, findBinaries } from './binaries.js'
import { type Place, placeOf } from './place.js'

const run = promisify(execFile)
const overTcp = process.platform === 'win32'
const longestLog = 5_000_000

/** One PostgreSQL cluster in a folder: made, started and stopped here, whoever owns it (see embedded.ts). */
export class Cluster {
  readonly #account: Account | null
  readonly #binaries: Binaries
  readonly #place: Place

  constructor(dataDir: string) {
    this.#account = accountForPostgres()
    this.#place = placeOf(dataDir, this.#account)
    this.#binaries = findBinaries(this.#account, this.#place.home)
  }

  /** Where a client finds it: `null` before its first start. Holds the password on Windows, where there is one. */
  async url(): Promise<string | null> {
    if (!existsSync(this.#place.data)) return null
    if (!overTcp) return `postgres://postgres@localhost/postgres?host=${encodeURIComponent(this.#place.socket)}`
    const [port, password] = await Promise.all([this.#kept('port'), this.#kept('password')])
    return port && password ? `postgres://postgres:${password}@127.0.0.1:${port}/postgres` : null
  }

  /** Makes the cluster if there is none, starts its server and resolves when it takes connections. */
  async start(): Promise<void> {
    const { data, log } = this.#place
    if (!existsSync(data)) await this.#make()
    await this.#configure()
    if (existsSync(log) && (await stat(log)).size > longestLog) await truncate(log)
    for (let tries = 0; ; tries++) {
      await this.#forgetTheDead()
      try {
        return await this.#call(this.#binaries.pgCtl, ['start', '-D', data, '-l', log, '-w', '-t', '60', '-s'])
      } catch (cause) {
        const said = (await readFile(log, 'utf8').catch(() => '')).split('\n').slice(-12).join('\n')
        // One that was killed a moment ago may not be gone yet; one that lives is found by whoever asked for this start.
        if (tries < 10 && said.includes('lock file "postmaster.pid" already exists')) await pause(100)
        else
          throw new AppError('unavailable', `The embedded PostgreSQL did not start; ${log} says why.`, {
            cause: new Error(said, { cause }),
          })
      }
    }
  }

  /** Fast shutdown: transactions that run are undone, what is committed is on the disk. Nothing happens when it does not run. */
  async stop(): Promise<void> {
    const { data } = this.#place
    if (!existsSync(join(data, 'postmaster.pid')) || (await this.#forgetTheDead())) return
    await this.#call(this.#binaries.pgCtl, ['stop', '-D', data, '-m', 'fast', '-w', '-t', '60', '-s']).catch(
      (error) => {
        if (existsSync(join(data, 'postmaster.pid'))) throw error
      },
    )
  }

  /** initdb aside, then moved into place: whatever interrupts it, there is a whole cluster or none. */
  async #make(): Promise<void> {
    const { home, data } = this.#place
    const aside = await mkdtemp(join(home, 'new-'))
    await this.#give(aside)
    try {
      const made = join(aside, 'data')
      const password = join(aside, 'password')
      await writeFile(password, randomBytes(24).toString('base64url'), { mode: 0o600 })
      await this.#give(password)
      const access = overTcp ? ['--auth=scram-sha-256', `--pwfile=${password}`] : ['--auth=trust']
      const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
      await this.#call(this.#binaries.initdb, ['-D', made, '-U', 'postgres', '--no-instructions', ...access, ...locale])
      await appendFile(join(made, 'postgresql.conf'), `\ninclude 'lmm.conf'\n`)
      if (overTcp) await rename(password, join(home, 'password'))
      // Another process may have been as quick: its cluster is as good as ours.
      await rename(made, data).catch((error: unknown) => {
        if (!existsSync(data)) throw error
      })
    } finally {
      await rm(aside, { recursive: true, force: true })
    }
  }

  /**
   * A killed server whose parent does not collect it (as in a container without an init) is a zombie, which PostgreSQL takes for
   * a server that runs. An id that no process has takes the place of its id in the lock files; what is left of its shared memory
   * is looked for all the same. True when there was one.
   */
  async #forgetTheDead(): Promise<boolean> {
    const { data, socket } = this.#place
    const locks = [join(data, 'postmaster.pid'), join(socket, '.s.PGSQL.5432.lock')]
    const forgotten = await Promise.all(
      locks.map(async (file) => {
        const said = await readFile(file, 'utf8').catch(() => '')
        const status = await readFile(`/proc/${Number.parseInt(said, 10)}/stat`, 'utf8').catch(() => '')
        if (!/\) Z /.test(status)) return false
        await writeFile(file, said.replace(/^\d+/, '2147483646'))
        return true
      }),
    )
    return forgotten.includes(true)
  }

  async #configure(): Promise<void> {
    const { home, data, socket } = this.#place
    const port = overTcp ? await freePort() : 5432
    if (overTcp) await writeFile(join(home, 'port'), String(port))
    const settings = {
      listen_addresses: overTcp ? '127.0.0.1' : '',
      port,
      unix_socket_directories: overTcp ? '' : socket,
      unix_socket_permissions: '0700',
      max_connections: 100,
      shared_buffers: '64MB',
      log_min_messages: 'warning',
      log_timezone: 'UTC',
      timezone: 'UTC',
    }
    const lines = Object.entries(settings).map(([name, value]) => `${name} = '${String(value).replaceAll("'", "''")}'`)
    const file = join(data, 'lmm.conf')
    await writeFile(file, `${lines.join('\n')}\n`)
    await this.#give(file)
  }

  /** As the account, without our own environment (which Windows cannot do without): PGDATA, PGPORT and the like would be obeyed. */
  async #call(program: string, args: string[]): Promise<void> {
    const env = overTcp ? undefined : { PATH: '/usr/bin:/bin', LC_ALL: 'C' }
    await run(program, args, { ...this.#account, cwd: this.#place.home, env })
  }

  async #give(path: string): Promise<void> {
    if (this.#account) await chown(path, this.#account.uid, this.#account.gid)
  }

  async #kept(name: string): Promise<string | null> {
    return await readFile(join(this.#place.home, name), 'utf8').catch(() => null)
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  return await new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}

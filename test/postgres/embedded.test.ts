import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import pg from 'pg'
import { pino } from 'pino'
import { Cluster } from '../../integrations/postgres/cluster.js'
import {
  type EmbeddedPostgres,
  joinEmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../integrations/postgres/embedded.js'
import { loading, moduleAt } from '../main/run-process.js'

const log = pino({ level: 'silent' })
const owner = fileURLToPath(new URL('./owner-process.mjs', import.meta.url))
let folder: string
let open: EmbeddedPostgres[]
let children: ChildProcess[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lmm-embedded-'))
  // As root PostgreSQL runs as another account, which has to get in.
  await chmod(folder, 0o755)
  open = []
  children = []
})
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL')
  await Promise.all(open.map((server) => server.stop()))
  await new Cluster(folder).stop()
  await rm(folder, { recursive: true, force: true })
})

const start = async () => {
  const server = await startEmbeddedPostgres(folder, log)
  open.push(server)
  return server
}

async function query(url: string, sql: string, values: unknown[] = []) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql, values)).rows
  } finally {
    await client.end()
  }
}

/** A process of its own that owns the cluster, and says what it did line by line. */
async function startOwner(...args: string[]) {
  const child = spawn(
    process.execPath,
    [...loading, owner, moduleAt('integrations/postgres/embedded'), folder, ...args],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  )
  children.push(child)
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return { child, line: async () => String((await lines.next()).value) }
}

describe('the embedded PostgreSQL', () => {
  test('is there at the first start, keeps what it was told, and starts again', async () => {
    const first = await start()
    await query(first.url, 'CREATE TABLE kept (text text); INSERT INTO kept VALUES ($$größe 🎵$$)')
    await first.stop()
    const second = await start()
    expect(await query(second.url, 'SELECT text, upper(text) AS loud FROM kept')).toEqual([
      { text: 'größe 🎵', loud: 'GRÖßE 🎵' },
    ])
  })

  test('writes to the disk what it says is committed, and listens to nobody outside', async () => {
    const { url } = await start()
    const rows = await query(
      url,
      `SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes', 'listen_addresses') ORDER BY name`,
    )
    expect(Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))).toEqual({
      fsync: 'on',
      full_page_writes: 'on',
      listen_addresses: process.platform === 'win32' ? '127.0.0.1' : '',
      synchronous_commit: 'on',
    })
    expect((await stat(join(folder, 'postgres'))).mode & 0o077).toBe(0)
  })

  test('has one owner: a second start is refused with clear words, and the first goes on', async () => {
    const { child, line } = await startOwner()
    const url = await line()
    const refused = startEmbeddedPostgres(folder, log)
    await expect(refused).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining(`process ${child.pid}`),
    })
    expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  })

  test('takes a guest, who leaves without stopping it', async () => {
    const { line } = await startOwner()
    const url = await line()
    const guest = await joinEmbeddedPostgres(folder, log)
    expect(await query(guest.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    await guest.stop()
    expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  })

  test('of two first starts at once, one gets it', async () => {
    const outcomes = await Promise.allSettled([startOwner(), startOwner()].map(async (begun) => (await begun).line()))
    const said = outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : ''))
    expect(said.filter((line) => line.startsWith('postgres://'))).toHaveLength(1)
    expect(said.filter((line) => line.startsWith('conflict'))).toHaveLength(1)
  })

  test('loses no acknowledged row to a kill -9 of its owner, and is taken over', async () => {
    const { child, line } = await startOwner('write')
    await line()
    let acknowledged = 0
    while (acknowledged < 200) acknowledged = Number(await line())
    child.kill('SIGKILL')
    await once(child, 'exit')

    const { url } = await start()
    const [row] = await query(url, 'SELECT count(*)::int AS rows, max(n) AS last FROM written')
    expect(row?.rows).toBe(row?.last)
    expect(row?.rows).toBeGreaterThanOrEqual(acknowledged)
  })

  test('loses none either when the server is killed with its owner', async () => {
    const { child, line } = await startOwner('write')
    const url = await line()
    let acknowledged = 0
    while (acknowledged < 200) acknowledged = Number(await line())
    const [{ pid }] = await query(url, `SELECT pg_read_file('postmaster.pid') AS pid`)
    process.kill(Number.parseInt(pid, 10), 'SIGKILL')
    child.kill('SIGKILL')
    await once(child, 'exit')

    const server = await start()
    const [row] = await query(server.url, 'SELECT count(*)::int AS rows FROM written')
    expect(row?.rows).toBeGreaterThanOrEqual(acknowledged)
  })
})

import { EventEmitter, once } from 'node:events'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { pino } from 'pino'
import { Database } from '../../src/db/database.js'
import { asAdministrator, type FreshDatabase, freshDatabase } from '../support/database.js'

let fresh: FreshDatabase
beforeAll(async () => {
  fresh = await freshDatabase()
})
const open: Database[] = []
afterAll(async () => {
  await Promise.all(open.map((db) => db.close()))
  await fresh.drop()
})

/** A process as far as the database can tell. */
function process(name: string) {
  const db = new Database({ url: fresh.url, log: pino({ level: 'silent' }) })
  open.push(db)
  const heard = new EventEmitter()
  const state = { holds: false }
  const letGo = db.hold(name, {
    async taken() {
      state.holds = true
      heard.emit('taken')
    },
    async lost() {
      state.holds = false
      heard.emit('lost')
    },
  })
  return {
    state,
    letGo,
    close: () => db.close(),
    hears: (what: 'taken' | 'lost') => once(heard, what),
    /** As when the process is killed, or the server's side of the connection is. */
    cut: () =>
      asAdministrator((client) =>
        client.query(
          `SELECT pg_terminate_backend(pid) FROM pg_locks JOIN pg_stat_activity USING (pid)
           WHERE locktype = 'advisory' AND granted AND application_name = $1`,
          [`lmm ${name}`],
        ),
      ),
  }
}

test('one of two holds it; the other follows when it lets go', async () => {
  const first = process('gateway one')
  await first.hears('taken')
  const second = process('gateway one')
  const other = process('something else')
  await other.hears('taken')
  expect(second.state.holds).toBe(false)
  const follows = second.hears('taken')
  await first.letGo()
  expect(first.state.holds).toBe(false)
  await follows
  await Promise.all([first.close(), second.close(), other.close()])
  expect([second.state.holds, other.state.holds]).toEqual([false, false])
})

test('whose connection is cut hears that it is lost, and somebody holds it again', async () => {
  const first = process('gateway two')
  await first.hears('taken')
  const second = process('gateway two')
  const lost = first.hears('lost')
  const next = Promise.race([second.hears('taken'), lost.then(() => first.hears('taken'))])
  await first.cut()
  await lost
  await next
  expect([first.state.holds, second.state.holds].filter(Boolean)).toHaveLength(1)
  await Promise.all([first.close(), second.close()])
})

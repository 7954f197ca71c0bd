import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { runCli } from '../main/run-process.js'
import { type FreshDatabase, freshDatabase } from '../support/database.js'
import { freePort } from '../support/free-port.js'

let folder: string
let fresh: FreshDatabase
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lmm-cli-'))
  fresh = await freshDatabase({ migrated: false })
})
afterAll(async () => {
  await fresh.drop()
  await rm(folder, { recursive: true, force: true })
})

const other = (change: (url: URL) => void): string => {
  const url = new URL(fresh.url)
  change(url)
  return url.href
}

describe('a database that cannot be opened is told by the name of its setting', () => {
  test.each([
    [
      'no such database',
      async () => other((url) => (url.pathname = '/lmm_nowhere')),
      'its server has no such database',
    ],
    [
      'no such user',
      async () => other((url) => (url.username = 'lmm_nobody')),
      'its server does not take the user or the password',
    ],
    ['no server', async () => `postgres://lmm@127.0.0.1:${await freePort()}/lmm`, 'its server does not answer'],
  ])('%s', async (_, urlOf, why) => {
    const { code, out, err } = await runCli(['migrate', 'up'], { DATA_DIR: folder, DATABASE_URL: await urlOf() })
    expect([code, out, err]).toEqual([1, '', `DATABASE_URL: ${why}.\n`])
  })

  test('by all that opens it', async () => {
    const nowhere = other((url) => (url.pathname = '/lmm_nowhere'))
    const { code, err } = await runCli(['tokens', 'list'], { DATA_DIR: folder, DATABASE_URL: nowhere })
    expect([code, err]).toEqual([1, 'DATABASE_URL: its server has no such database.\n'])
  })
})

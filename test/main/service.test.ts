import type { ChildProcess } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { Cluster } from '../../integrations/postgres/cluster.js'
import { freshDatabase } from '../support/database.js'
import { freePort } from '../support/free-port.js'
import { runCli, startProcess } from './run-process.js'

let folder: string
let settings: Record<string, string>
let url: string
let children: ChildProcess[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lmm-service-'))
  await chmod(folder, 0o755)
  const port = await freePort()
  url = `http://127.0.0.1:${port}`
  settings = { DATA_DIR: folder, PORT: String(port), PUBLIC_URL: url }
  children = []
})
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL')
  await new Cluster(folder).stop()
  await rm(folder, { recursive: true, force: true })
})

/** Resolves when it has said where to go. */
async function startService() {
  const service = startProcess('main', [], settings)
  children.push(service.child)
  const welcomed = new Promise<void>((resolve) => {
    service.child.stdout?.on('data', () => service.said.out.includes(url) && resolve())
  })
  const code = await Promise.race([welcomed, service.ended])
  if (typeof code === 'number') throw new Error(service.said.err)
  expect((await fetch(`${url}/ready`)).status).toBe(200)
  return service
}

describe('the service', () => {
  test('starts with nothing set, says where to go, and stops cleanly when told', async () => {
    const { child, said, ended } = await startService()
    expect(said.out).toContain(url)
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
    expect(said.err).toContain('"msg":"stopped"')
    const { code, out } = await runCli(['migrate', 'up'], settings)
    expect([code, out]).toEqual([0, 'Nothing to do.\n'])
  }, 120_000)

  test('a second one is refused, a killed one is followed, and commands work beside it', async () => {
    const first = await startService()
    const issued = await runCli(['tokens', 'issue', '--name', 'a test', '--role', 'teacher'], settings)
    expect([issued.code, issued.out]).toEqual([0, expect.stringMatching(/^ey[\w-]+\.[\w-]+\.[\w-]+\n$/)])

    const second = startProcess('main', [], { ...settings, PORT: '0' })
    expect(await second.ended).toBe(1)
    expect(second.said.err).toContain(`in use by another lmm process ${first.child.pid}`)

    first.child.kill('SIGKILL')
    await first.ended
    await startService()
    const listed = await runCli(['tokens', 'list'], settings)
    expect(listed.out).toMatch(/valid +teacher .*a test\n$/)
    const [id = ''] = listed.out.split(' ')
    expect(await runCli(['tokens', 'revoke', id], settings)).toMatchObject({
      code: 0,
      out: `Token ${id} is revoked.\n`,
    })
  }, 120_000)

  test('a port that is taken is said in plain words', async () => {
    const neighbour = createServer().listen(Number(settings.PORT), '127.0.0.1')
    const database = await freshDatabase()
    try {
      const { ended, said } = startProcess('main', [], { ...settings, DATABASE_URL: database.url })
      expect(await ended).toBe(1)
      expect(said.err).toMatch(/Port \d+ of 127\.0\.0\.1 is in use already\. Set PORT/)
    } finally {
      neighbour.close()
      await database.drop()
    }
  }, 120_000)
})

describe('the command line', () => {
  test.each([
    [['bogus'], 'There is no command "bogus"'],
    [['tokens'], 'Say "tokens issue"'],
    [['tokens', 'issue', '--role', 'king'], '--name: must say what the token is for'],
    [['tokens', 'issue', '--nam', 'x'], "Unknown option '--nam'"],
    [['migrate', 'sideways'], 'Say "migrate up"'],
  ])('%j is answered with help and exit code 2', async (args, words) => {
    const { code, out, err } = await runCli(args, settings)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(words)
  })

  test('a bad setting is named', async () => {
    const { code, err } = await runCli(['serve'], { ...settings, METRICS_PORT: 'x' })
    expect([code, err]).toEqual([2, expect.stringContaining('METRICS_PORT: must')])
  })

  test('help is no mistake', async () => {
    const { code, out } = await runCli([], settings)
    expect([code, out]).toEqual([0, expect.stringContaining('tokens issue')])
  })
})

import { spawnSync } from 'node:child_process'
import { setMaxListeners } from 'node:events'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test } from '@jest/globals'
import { inlineCompute } from '../../integrations/compute/inline.js'
import { wholeSong } from '../../src/main/whole-song.js'
import type { Compute } from '../../src/ports.js'
import { hookInput } from '../models/contract.js'
import { all, request } from '../workflow/studio.js'
import { computeContract } from './contract.js'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The pool as it is built: a thread loads JavaScript, so it is tested where it runs. */
async function builtPool(options: { threads?: number; songWorker?: URL } = {}): Promise<Compute> {
  const { poolCompute } = (await import(
    `${root}dist/integrations/compute/pool.js`
  )) as typeof import('../../integrations/compute/pool.js')
  return poolCompute(options)
}

beforeAll(() => {
  const built = spawnSync(
    process.execPath,
    ['-e', `import(${JSON.stringify(`${root}scripts/build.mjs`)}).then((b) => b.ensureBuilt({ web: false }))`],
    { encoding: 'utf8' },
  )
  if (built.status !== 0) throw new Error(`dist/ could not be built:\n${built.stderr}`)
}, 120_000)

computeContract('inline', inlineCompute)
computeContract('pool', builtPool)

const task = { task: 'hook_generator', input: hookInput } as const

test('the pool gives what the composer gives right here', async () => {
  const pool = await builtPool({ threads: 1 })
  const inline = inlineCompute()
  expect(await pool.run('compose', task)).toEqual(await inline.run('compose', task))
  await pool.close()
})

test('a thread of the service makes a whole song, byte for byte the one that is made here', async () => {
  const pool = await builtPool({ threads: 1, songWorker: new URL(`file://${root}dist/src/main/compute-worker.js`) })
  const parts = { id: '00000000-0000-4000-8000-000000000001', request }
  const there = await pool.song?.(parts)
  expect(JSON.stringify(there?.song)).toBe(JSON.stringify((await wholeSong(parts))?.song))
  expect(there?.took.map(({ agent }) => agent).sort()).toEqual([...all].sort())
  await pool.close()
})

test('the event loop keeps turning while a thread works', async () => {
  const pool = await builtPool({ threads: 1 })
  let turns = 0
  const turn = setInterval(() => turns++, 1)
  await Promise.all(Array.from({ length: 40 }, () => pool.run('compose', task)))
  clearInterval(turn)
  expect(turns).toBeGreaterThan(2)
  await pool.close()
})

test('work that was cancelled while it waited is not done, and holds nobody up', async () => {
  const pool = await builtPool({ threads: 1 })
  const cancel = new AbortController()
  setMaxListeners(0, cancel.signal)
  const waiting = Array.from({ length: 200 }, () =>
    pool.run('compose', task, cancel.signal).catch((error: { code: string }) => error.code),
  )
  cancel.abort()
  expect(new Set(await Promise.all(waiting))).toEqual(new Set(['cancelled']))
  await pool.run('compose', task)
  await pool.close()
})

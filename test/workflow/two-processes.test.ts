import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from '@jest/globals'

const pathTo = (file: string) => fileURLToPath(new URL(`../support/${file}`, import.meta.url))

test('the same requests and seed give the same bytes in two processes', async () => {
  const compose = async () => {
    const args = ['--import', pathTo('register-typescript.mjs'), pathTo('print-song-digests.ts')]
    const { stdout } = await promisify(execFile)(process.execPath, args)
    return stdout.trim().split('\n')
  }
  const [one, other] = await Promise.all([compose(), compose()])
  expect(one).toHaveLength(5)
  expect(new Set(one).size).toBe(5)
  expect(other).toEqual(one)
}, 60_000)

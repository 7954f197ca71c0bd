import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { DiskCache } from '../../integrations/rendering/cache.js'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lmm-cache-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const kilobyte = (sign: string): Uint8Array => bytes(sign.repeat(1024))

describe('the cache of renderings', () => {
  test('gives back what was put, also to another process, and nothing else', async () => {
    await new DiskCache(folder, 1e6).put('a', bytes('la la'))
    const other = new DiskCache(folder, 1e6)
    expect(Buffer.from((await other.get('a'))!).toString()).toBe('la la')
    expect(await other.get('b')).toBeNull()
  })

  test.each([
    ['cut short', (file: Buffer) => file.subarray(0, 40)],
    ['emptied', () => Buffer.alloc(0)],
    ['changed by one bit', (file: Buffer) => Buffer.concat([file.subarray(0, -1), Buffer.from([file.at(-1)! ^ 1])])],
  ])('a file that was %s is dropped', async (_, damage) => {
    const cache = new DiskCache(folder, 1e6)
    await cache.put('a', kilobyte('a'))
    await writeFile(join(folder, 'a'), damage(await readFile(join(folder, 'a'))))
    expect(await cache.get('a')).toBeNull()
    expect(await readdir(folder)).toEqual([])
  })

  test('gives up what was longest unused when it grows over its limit', async () => {
    const cache = new DiskCache(folder, 5 * 1024)
    for (const [at, key] of ['a', 'b', 'c', 'd'].entries()) {
      await cache.put(key, kilobyte(key))
      await utimes(join(folder, key), new Date(at * 1000), new Date(at * 1000))
    }
    // Read just now: the next to go is b.
    await cache.get('a')
    await cache.put('e', kilobyte('e'))
    expect((await readdir(folder)).sort()).toEqual(['a', 'c', 'd', 'e'].sort())
  })

  test('a file larger than the limit is kept by itself', async () => {
    const cache = new DiskCache(folder, 512)
    await cache.put('a', kilobyte('a'))
    await cache.put('b', kilobyte('b'))
    expect(await readdir(folder)).toEqual(['b'])
  })

  test('drops what a killed process left unfinished, but not what is being written', async () => {
    await writeFile(join(folder, 'old.1-0.tmp'), 'half')
    await utimes(join(folder, 'old.1-0.tmp'), new Date(0), new Date(0))
    await writeFile(join(folder, 'new.1-0.tmp'), 'half')
    await new DiskCache(folder, 1e6).put('a', bytes('a'))
    expect((await readdir(folder)).sort()).toEqual(['a', 'new.1-0.tmp'])
  })

  const full = existsSync('/dev/full') ? test : test.skip
  full('a full disk is storage_full, and leaves nothing half-written', async () => {
    const cache = new DiskCache(folder, 1e6)
    // Where the file would be written first stands a device that is always full.
    await symlink('/dev/full', join(folder, `a.${process.pid}-0.tmp`))
    await expect(cache.put('a', kilobyte('a'))).rejects.toMatchObject({ code: 'storage_full' })
    expect(await readdir(folder)).toEqual([])
    await cache.put('a', kilobyte('a'))
    expect((await cache.get('a'))!.length).toBe(1024)
  })

  test('a folder that cannot be written to is unavailable', async () => {
    await writeFile(join(folder, 'file'), '')
    const cache = new DiskCache(join(folder, 'file', 'renderings'), 1e6)
    await expect(cache.put('a', bytes('a'))).rejects.toMatchObject({ code: 'unavailable' })
    expect(await cache.get('a')).toBeNull()
  })
})

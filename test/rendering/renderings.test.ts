import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { DiskCache } from '../../integrations/rendering/cache.js'
import { inlineRenderer } from '../../integrations/rendering/inline.js'
import { renderingKey } from '../../integrations/rendering/key.js'
import { createRenderings } from '../../integrations/rendering/renderings.js'
import type { Renderer } from '../../integrations/rendering/task.js'
import { AppError } from '../../src/errors.js'
import { createMetrics } from '../../src/metrics.js'
import type { Renderings } from '../../src/ports.js'
import { sampleSong } from '../score/sample-songs.js'

const song = sampleSong()
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lmm-renderings-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Counts what it renders, and holds it until it is let go. */
function heldRenderer() {
  let letGo = () => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  const asked: string[] = []
  const renderer: Renderer = {
    async render(_song, { format }) {
      asked.push(format)
      await held
      return Buffer.from(`${format} ${asked.length}`)
    },
    close: async () => {},
  }
  return { renderer, asked, letGo }
}
const cacheIn = (name: string) => new DiskCache(join(folder, name), 1e7)

describe('renderings', () => {
  test('ten who ask at the same time are given one rendering', async () => {
    const { renderer, asked, letGo } = heldRenderer()
    const renderings = createRenderings({ renderer, cache: cacheIn('ten'), metrics: createMetrics() })
    const files = Array.from({ length: 10 }, () => renderings.file(song, { format: 'score.svg' }))
    letGo()
    expect(new Set((await Promise.all(files)).map(String))).toEqual(new Set(['score.svg 1']))
    expect(asked).toEqual(['score.svg'])
  })

  test('what is kept is not rendered again, and what was damaged is', async () => {
    const { renderer, asked, letGo } = heldRenderer()
    letGo()
    const metrics = createMetrics()
    const renderings = createRenderings({ renderer, cache: cacheIn('kept'), metrics })
    const ask = async () => String(Buffer.from(await renderings.file(song, { format: 'song.mid' })))
    expect([await ask(), await ask(), asked.length]).toEqual(['song.mid 1', 'song.mid 1', 1])
    await writeFile(join(folder, 'kept', renderingKey(song, { format: 'song.mid' })), 'no such thing')
    expect([await ask(), asked.length]).toEqual(['song.mid 2', 2])
    const told = await metrics.registry.metrics()
    expect(told).toContain('lmm_renderings_total{format="song.mid",outcome="cached"} 1')
    expect(told).toContain('lmm_render_seconds_count{format="song.mid"} 2')
  })

  test('one that failed is tried again by the next who asks', async () => {
    let tries = 0
    const renderer: Renderer = {
      async render() {
        if (tries++ === 0) throw new AppError('timeout', 'too long')
        return Buffer.from('done')
      },
      close: async () => {},
    }
    const renderings = createRenderings({ renderer, cache: cacheIn('failed'), metrics: createMetrics() })
    await expect(renderings.file(song, { format: 'song.abc' })).rejects.toMatchObject({ code: 'timeout' })
    expect(String(await renderings.file(song, { format: 'song.abc' }))).toBe('done')
  })

  test('what cannot be kept is not given out', async () => {
    const { renderer, letGo } = heldRenderer()
    letGo()
    await writeFile(join(folder, 'in-the-way'), '')
    const renderings = createRenderings({
      renderer,
      cache: new DiskCache(join(folder, 'in-the-way', 'below'), 1e6),
      metrics: createMetrics(),
    })
    await expect(renderings.file(song, { format: 'song.mid' })).rejects.toMatchObject({ code: 'unavailable' })
  })
})

describe('the name of a rendering', () => {
  const key = (over: object = {}) => renderingKey({ ...song, ...over }, { format: 'score.svg' })

  test('hangs on what is drawn or played, and not on whose song it is or in which order it was stored', () => {
    expect(key({ id: '00000000-0000-4000-8000-000000000002', quality: { score: 0, findings: [], measures: {} } })).toBe(
      key(),
    )
    expect(renderingKey(Object.fromEntries(Object.entries(song).reverse()) as never, { format: 'score.svg' })).toBe(
      key(),
    )
    const others = [key({ title: 'Another' }), key({ tempo: song.tempo + 1 }), key({ seed: song.seed + 1 })]
    const formats = [
      renderingKey(song, { format: 'score.png' }),
      renderingKey(song, { format: 'score.svg', excerpt: 30 }),
      renderingKey(song, { format: 'score.svg', lines: 'short' }),
    ]
    expect(new Set([key(), ...others, ...formats]).size).toBe(7)
    expect(renderingKey(song, { format: 'score.svg', lines: 'long' })).toBe(key())
    expect(key()).toMatch(/^[0-9a-f]{64}$/)
  })
})

describe('worker threads', () => {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  let pool: Renderer
  let renderings: Renderings
  beforeAll(async () => {
    // A thread loads JavaScript, so it is tested as it is built.
    const built = spawnSync(
      process.execPath,
      ['-e', `import(${JSON.stringify(`${root}scripts/build.mjs`)}).then((b) => b.ensureBuilt({ web: false }))`],
      { encoding: 'utf8' },
    )
    if (built.status !== 0) throw new Error(`dist/ could not be built:\n${built.stderr}`)
    const { poolRenderer } = (await import(
      `${root}dist/integrations/rendering/pool.js`
    )) as typeof import('../../integrations/rendering/pool.js')
    pool = poolRenderer()
    renderings = createRenderings({ renderer: pool, cache: cacheIn('pool'), metrics: createMetrics() })
  }, 120_000)
  afterAll(() => pool?.close())

  test('make the same bytes as are made right here', async () => {
    for (const format of ['score.svg', 'song.mid', 'score.pdf'] as const) {
      const here = await inlineRenderer().render(song, { format })
      expect(Buffer.compare(await renderings.file(song, { format }), here)).toBe(0)
    }
    const sound = await renderings.file(song, { format: 'song.mp3', excerpt: 5 })
    expect(Buffer.compare(sound, await inlineRenderer().render(song, { format: 'song.mp3', excerpt: 5 }))).toBe(0)
  }, 120_000)

  test('give back what a picture took', async () => {
    const draw = async (count: number) => {
      for (let at = 0; at < count; at++) await pool.render(song, { format: 'score.png' })
      return process.memoryUsage.rss() / 1e6
    }
    const before = await draw(6)
    // The pixels alone of these would be more than 300.
    expect((await draw(24)) - before).toBeLessThan(200)
  }, 120_000)

  test('leave the event loop free, and tell an error as one', async () => {
    let turns = 0
    const turn = setInterval(() => turns++, 1)
    const broken = { ...song, sections: [{ ...song.sections[0]!, chords: 'none' }] } as never
    await expect(renderings.file(broken, { format: 'score.svg' })).rejects.toMatchObject({ code: 'internal' })
    await renderings.file({ ...song, seed: 77 }, { format: 'score.png' })
    clearInterval(turn)
    expect(turns).toBeGreaterThan(10)
  }, 120_000)
})

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import express from 'express'
import { pages } from '../../src/http/pages.js'
import { serveWeb } from '../../src/http/server.js'
import { keepFigures } from '../support/browser.js'

const folder = fileURLToPath(new URL('../../dist/web/', import.meta.url))
const manifestFile = join(folder, '.vite/manifest.json')

interface Chunk {
  file: string
  imports?: string[]
  css?: string[]
}

/** What the browser loads for some chunks, each once: scripts and style sheets. */
function loadedFor(manifest: Record<string, Chunk>, names: string[], seen = new Set<string>()): Set<string> {
  for (const name of names) {
    const chunk = manifest[name]
    if (!chunk || seen.has(chunk.file)) continue
    seen.add(chunk.file)
    for (const file of chunk.css ?? []) seen.add(file)
    loadedFor(manifest, chunk.imports ?? [], seen)
  }
  return seen
}

const describeBuilt = existsSync(manifestFile) ? describe : describe.skip

describeBuilt('what is sent to a browser', () => {
  const manifest = JSON.parse(existsSync(manifestFile) ? readFileSync(manifestFile, 'utf8') : '{}') as Record<
    string,
    Chunk
  >
  const size = (file: string) => gzipSync(readFileSync(join(folder, file))).length
  const sum = (files: readonly string[]) => files.reduce((total, file) => total + size(file), 0)
  /** The one file below assets/ whose name begins so: the worker and its sounds are not in the manifest. */
  const asset = (begins: string) => {
    const [found, ...others] = readdirSync(join(folder, 'assets')).filter(
      (name) => name.startsWith(begins) && !/\.(gz|br)$/.test(name),
    )
    expect(others).toEqual([])
    return `assets/${found}`
  }
  const studio = [...loadedFor(manifest, ['index.html', 'pages/studio/page.tsx'])]
  const text = () => studio.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n')

  test('is under 200 kB of script and style for the studio, gzipped', () => {
    keepFigures('studio-bundle', {
      ...Object.fromEntries(studio.map((file) => [file, size(file)] as const)),
      total: sum(studio),
    })
    expect(studio.filter((file) => file.endsWith('.js')).length).toBeGreaterThan(1)
    expect(studio.filter((file) => file.endsWith('.css')).length).toBeGreaterThan(1)
    expect(sum(studio)).toBeLessThan(200_000)
  })

  test('fetches the synthesizer and its sounds once something is to be heard, and neither has grown', () => {
    const [worker, sounds] = [asset('render.worker-'), asset('sonivox-')]
    keepFigures('player-bundle', { worker: size(worker), sounds: size(sounds) })
    expect(studio).not.toContain(worker)
    expect(size(worker)).toBeLessThan(70_000)
    expect(size(sounds)).toBeLessThan(750_000)
  })

  test('is sent packed to browsers that take it, under its own type, and as it is to others', async () => {
    const app = express().use(pages(folder))
    const server = await serveWeb(() => app, { port: 0, host: '127.0.0.1' })
    try {
      const script = studio.find((file) => file.endsWith('.js'))!
      const ask = async (accepted: string) => {
        const response = await fetch(`http://127.0.0.1:${server.port}/${script}`, {
          headers: { 'Accept-Encoding': accepted },
        })
        const { headers } = response
        return {
          status: response.status,
          coding: headers.get('content-encoding'),
          type: headers.get('content-type')?.split(';')[0],
          vary: headers.get('vary'),
          bytes: Number(headers.get('content-length')),
          body: await response.text(),
        }
      }
      const [plain, gzip, brotli, notBrotli] = await Promise.all(
        ['identity', 'gzip', 'gzip, deflate, br, zstd', 'br;q=0, gzip'].map(ask),
      )
      const source = readFileSync(join(folder, script), 'utf8')
      for (const answer of [plain, gzip, brotli, notBrotli])
        expect(answer).toMatchObject({ status: 200, type: 'text/javascript', vary: 'Accept-Encoding', body: source })
      expect([plain, gzip, brotli, notBrotli].map((answer) => answer!.coding)).toEqual([null, 'gzip', 'br', 'gzip'])
      expect(gzip!.bytes).toBeLessThan(plain!.bytes / 2)
      expect(brotli!.bytes).toBeLessThan(gzip!.bytes)
    } finally {
      await server.close()
    }
  })

  test('is no more for a session, whose socket comes after it is shown', () => {
    const files = [...loadedFor(manifest, ['index.html', 'pages/session/page.tsx'])]
    const total = files.reduce((sum, file) => sum + size(file), 0)
    const live = manifest['pages/session/session-live.ts']!.file
    keepFigures('session-bundle', { total, live: size(live) })
    expect(files).not.toContain(live)
    expect(total).toBeLessThan(200_000)
    expect(files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n')).not.toMatch(/ZodError|\$ZodType/)
  })

  test('holds no schema library and reaches for no other host', () => {
    expect(text()).not.toMatch(/ZodError|\$ZodType/)
    const hosts = [...text().matchAll(/["'`](?:https?:)?\/\/([\w.-]+\.\w{2,})/g)].map(([, host]) => host)
    // Names of documents in messages of libraries, and XML namespaces: none is ever fetched.
    expect(hosts.filter((host) => !/^(www\.w3\.org|react\.dev|.*spectrum\.adobe\.com)$/.test(host!))).toEqual([])
  })
})

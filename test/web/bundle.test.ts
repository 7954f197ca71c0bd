import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import { keepFigures } from '../support/browser.js'

const folder = fileURLToPath(new URL('../../dist/web/', import.meta.url))
const manifestFile = join(folder, '.vite/manifest.json')

interface Chunk {
  file: string
  imports?: string[]
  dynamicImports?: string[]
  css?: string[]
}

/** What the browser loads for some chunks, each once. */
function loadedFor(manifest: Record<string, Chunk>, names: string[], seen = new Set<string>()): Set<string> {
  for (const name of names) {
    const chunk = manifest[name]
    if (!chunk || seen.has(chunk.file)) continue
    seen.add(chunk.file)
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
  const studio = [...loadedFor(manifest, ['index.html', 'pages/studio/page.tsx'])]
  const text = () => studio.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n')

  test('is under 200 kB of script for the studio, gzipped', () => {
    const total = studio.reduce((sum, file) => sum + size(file), 0)
    keepFigures(
      'studio-bundle',
      Object.fromEntries([...studio.map((file) => [file, size(file)] as const), ['total', total]]),
    )
    expect(studio.length).toBeGreaterThan(1)
    expect(total).toBeLessThan(200_000)
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

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Song } from '../../src/domain/song.js'
import type { Wanted } from '../../src/domain/song-file.js'

/** To be raised when a library draws or plays otherwise than before. */
const edition = 1
/** The code that a file's bytes hang on. */
const folders = ['../../src/score/', '../../src/music/perform/', '../../src/music/words/']

let version: string | undefined

/** A digest of the code that renders: whoever changes it need not remember that there is a cache. */
export function rendererVersion(): string {
  if (version) return version
  const hash = createHash('sha256').update(String(edition))
  for (const folder of folders) {
    const root = fileURLToPath(new URL(folder, import.meta.url))
    for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' }).sort())
      if (/(?<!\.d)\.[jt]s$/.test(file)) hash.update(file).update(readFileSync(root + file))
  }
  version = hash.digest('hex')
  return version
}

/** The same text for the same value, whatever the order of its fields: a song that was in a database comes back in another. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}

/** The name of a rendering: what is played, sung and taught, the format and how, and the renderer; not whose song it is. */
export function renderingKey(song: Song, { format, excerpt, lines = 'long' }: Wanted): string {
  const { id: _id, quality: _quality, provenance: _provenance, hookOptions: _hookOptions, ...content } = song
  return createHash('sha256')
    .update(canonical([rendererVersion(), format, excerpt ?? null, lines, content]))
    .digest('hex')
}

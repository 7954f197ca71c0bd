import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { threadId } from 'node:worker_threads'
import { transformSync, version } from '@swc/core'

/** Module hooks by which Node runs our TypeScript sources as they are, for what runs beside jest and not in it. */
export async function resolve(specifier, context, next) {
  if (/^(\.{1,2}\/|file:).*\.js$/.test(specifier)) {
    const built = new URL(specifier, context.parentURL)
    const source = new URL(built.href.replace(/\.js$/, '.ts'))
    if (!existsSync(built) && existsSync(source)) return { url: source.href, shortCircuit: true }
  }
  return next(specifier, context)
}

export async function load(url, context, next) {
  if (!url.endsWith('.ts') || url.includes('/node_modules/')) return next(url, context)
  const filename = fileURLToPath(url)
  return { format: 'module', source: translated(filename, readFileSync(filename, 'utf8')), shortCircuit: true }
}

const kept = fileURLToPath(new URL('../../node_modules/.cache/typescript-loader', import.meta.url))
mkdirSync(kept, { recursive: true })

/** Tests start dozens of processes of the same few hundred files: a file is translated once, and found again by its text. */
function translated(filename, source) {
  const place = join(kept, `${createHash('sha256').update(`${version}\n${filename}\n${source}`).digest('hex')}.js`)
  if (existsSync(place)) return readFileSync(place, 'utf8')
  const { code } = transformSync(source, {
    filename,
    module: { type: 'es6' },
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
  })
  // Others translate the same at the same moment: a file is there whole or not at all.
  const draft = `${place}.${process.pid}.${threadId}`
  writeFileSync(draft, code)
  renameSync(draft, place)
  return code
}

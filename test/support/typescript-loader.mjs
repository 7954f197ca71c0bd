import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { transformSync } from '@swc/core'

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
  const { code } = transformSync(readFileSync(filename, 'utf8'), {
    filename,
    sourceMaps: 'inline',
    module: { type: 'es6' },
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
  })
  return { format: 'module', source: code, shortCircuit: true }
}

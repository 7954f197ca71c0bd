// Builds what is not built: TypeScript into dist/, the data beside it, and the pages into dist/web.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const dist = join(root, 'dist')
const codeFolders = ['src', 'integrations', 'lti', 'bots', 'migrations', 'bench']

/** Every file below a folder, but for node_modules and the pages. */
function* filesBelow(folder, skip = () => false) {
  if (!existsSync(folder)) return
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.name === 'node_modules' || skip(path)) continue
    if (entry.isDirectory()) yield* filesBelow(path, skip)
    else yield path
  }
}

const isWeb = (path) => path.startsWith(join(root, 'src', 'web'))

/** A digest of names, sizes and times: enough to know that a build is of just these files. */
function stampOf(paths) {
  const hash = createHash('sha256')
  for (const path of [...paths].sort()) {
    const { size, mtimeMs } = statSync(path)
    hash.update(`${relative(root, path)}:${size}:${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

function upToDate(name, stamp) {
  const file = join(dist, `.${name}-stamp`)
  return existsSync(file) && readFileSync(file, 'utf8') === stamp
}

const remember = (name, stamp) => writeFileSync(join(dist, `.${name}-stamp`), stamp)

function codeAndStamp() {
  const files = codeFolders.flatMap((folder) => [...filesBelow(join(root, folder), isWeb)])
  return { files, stamp: stampOf([...files, join(root, 'tsconfig.json'), join(root, 'package-lock.json')]) }
}

/** Whether the code in dist/ is of just these sources; the pages are not looked at. */
export const isCodeBuilt = () => upToDate('code', codeAndStamp().stamp)

function buildCode() {
  const { files, stamp } = codeAndStamp()
  if (upToDate('code', stamp)) return false
  mkdirSync(dist, { recursive: true })
  for (const folder of codeFolders) rmSync(join(dist, folder), { recursive: true, force: true })
  execFileSync(process.execPath, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', root], {
    stdio: ['ignore', 2, 2],
  })
  for (const file of files) {
    if (/\.(ts|tsx)$/.test(file)) continue
    cpSync(file, join(dist, relative(root, file)))
  }
  remember('code', stamp)
  return true
}

/** Vite in a process of its own: it sets NODE_ENV to production where it builds, and the service would believe that. */
function buildWeb() {
  const config = join(root, 'src', 'web', 'vite.config.mjs')
  if (!existsSync(config)) return false
  const files = [...filesBelow(join(root, 'src', 'web')), ...filesBelow(join(root, 'src', 'domain'))]
  const stamp = stampOf([...files, join(root, 'package-lock.json')])
  if (upToDate('web', stamp)) return false
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  execFileSync(process.execPath, [vite, 'build', '--config', config, '--logLevel', 'warn'], { stdio: ['ignore', 2, 2] })
  remember('web', stamp)
  return true
}

/** @param {{web?: boolean}} [what] web: the pages too (a song on the terminal does not need them) */
export function ensureBuilt({ web = true } = {}) {
  const code = buildCode()
  const pages = web ? buildWeb() : false
  return code || pages
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const built = ensureBuilt()
  console.error(built ? 'Built into dist/.' : 'dist/ is up to date.')
}

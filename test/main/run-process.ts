import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url))
const root = path('../..')

/** Of the environment only what a process needs to run at all: no settings of whoever runs the tests. */
const bare = { PATH: String(process.env.PATH), HOME: String(process.env.HOME) }

/** Our code runs as it is built, where dist/ is of just these sources (`npm test` sees to it); else from them. */
const isBuilt = process.env.LMM_TEST_ENTRIES === 'dist'
/** What node is told before the file that it is to run. */
export const loading: readonly string[] = isBuilt ? [] : ['--import', path('../support/register-typescript.mjs')]
/** Where such a process finds a module: "src/cli". */
export const moduleAt = (name: string): string => (isBuilt ? `${root}dist/${name}.js` : `${root}${name}.ts`)

/** One of our entry points in a process of its own. */
export function startProcess(file: 'main' | 'cli', args: string[], settings: Record<string, string>) {
  const child: ChildProcess = spawn(process.execPath, [...loading, moduleAt(`src/${file}`), ...args], {
    cwd: settings.DATA_DIR,
    env: { ...bare, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { out: '', err: '' }
  child.stdout?.on('data', (chunk) => (said.out += chunk))
  child.stderr?.on('data', (chunk) => (said.err += chunk))
  return { child, said, ended: once(child, 'close').then(([code]) => code as number | null) }
}

export async function runCli(args: string[], settings: Record<string, string>) {
  const { said, ended } = startProcess('cli', args, settings)
  return { code: await ended, ...said }
}

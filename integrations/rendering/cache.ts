import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../../src/errors.js'

/** Each file begins with the SHA-256 of what follows. */
const digestLength = 32
const digestOf = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()
/** Milliseconds after which an unfinished file is taken to be left over by a process that was killed. */
const abandoned = 10 * 60_000
/** Milliseconds within which a use is not noted again: which file was longest unused is a matter of days. */
const noted = 10 * 60_000
const mostNoted = 10_000

interface Entry {
  path: string
  size: number
  used: number
}

/** Finished files in a folder, the longest unused given up when they grow over `limit` bytes. Processes may share it. */
export class DiskCache {
  /** Bytes by our count; others may write beside us, which is found out when it is over the limit. */
  private total: number | undefined
  private written = 0
  /** When each file's use was last noted, by its key. */
  private readonly uses = new Map<string, number>()

  constructor(
    private readonly folder: string,
    private readonly limit: number,
  ) {}

  /** `null` when it is not there, or not as it was written: then it is gone. */
  async get(key: string): Promise<Uint8Array | null> {
    const path = join(this.folder, key)
    const file = await readFile(path).catch(() => null)
    if (!file) return null
    const bytes = file.subarray(digestLength)
    if (file.length < digestLength || !digestOf(bytes).equals(file.subarray(0, digestLength))) {
      await rm(path, { force: true })
      return null
    }
    await this.note(key)
    return bytes
  }

  private async note(key: string): Promise<void> {
    const now = Date.now()
    if (now - (this.uses.get(key) ?? 0) < noted) return
    if (this.uses.size >= mostNoted) this.uses.clear()
    this.uses.set(key, now)
    await utimes(join(this.folder, key), now / 1000, now / 1000).catch(() => {})
  }

  /** Whole or not at all. Rejects with `storage_full`, or `unavailable` when the folder cannot be written to. */
  async put(key: string, bytes: Uint8Array): Promise<void> {
    const path = join(this.folder, key)
    const unfinished = `${path}.${process.pid}-${this.written++}.tmp`
    try {
      await mkdir(this.folder, { recursive: true })
      await writeFile(unfinished, [digestOf(bytes), bytes])
      await rename(unfinished, path)
    } catch (cause) {
      await rm(unfinished, { force: true }).catch(() => {})
      throw refusal(cause)
    }
    if (this.total !== undefined) this.total += bytes.length + digestLength
    if (this.total === undefined || this.total > this.limit) await this.tidy(path)
  }

  /** Counts anew, drops leftovers, and gives up what was longest unused until a tenth of the limit is free; never `kept`. */
  private async tidy(kept: string): Promise<void> {
    const entries = await this.entries()
    let total = entries.reduce((sum, { size }) => sum + size, 0)
    if (total > this.limit) {
      for (const { path, size } of entries.sort((a, b) => a.used - b.used)) {
        if (total <= this.limit * 0.9) break
        if (path === kept) continue
        await rm(path, { force: true })
        total -= size
      }
    }
    this.total = total
  }

  private async entries(): Promise<Entry[]> {
    const entries: Entry[] = []
    for (const name of await readdir(this.folder)) {
      const path = join(this.folder, name)
      const found = await stat(path).catch(() => null)
      if (!found?.isFile()) continue
      if (!name.endsWith('.tmp')) entries.push({ path, size: found.size, used: found.mtimeMs })
      else if (Date.now() - found.mtimeMs > abandoned) await rm(path, { force: true })
    }
    return entries
  }
}

function refusal(cause: unknown): AppError {
  const { code } = cause as NodeJS.ErrnoException
  return code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG'
    ? new AppError('storage_full', 'There is no space left to make this file. The administrator has to free some.', {
        cause,
      })
    : new AppError('unavailable', 'The file cannot be kept just now. Please try again later.', {
        cause,
        retryAfter: 60,
      })
}

import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The secret kept as DATA_DIR/secrets/NAME (base64, mode 0600), made at the first call. For development alone: it lets a fresh
 * clone start, and keeps tokens and stored keys good over restarts. Two processes that start at once get the same secret.
 */
export function keptSecret(dataDir: string, name: string, bytes: number): KeyObject {
  const folder = join(dataDir, 'secrets')
  const file = join(folder, name)
  // DATA_DIR itself stays open to the account that the embedded PostgreSQL may have to run as.
  mkdirSync(dataDir, { recursive: true })
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  try {
    writeFileSync(file, randomBytes(bytes).toString('base64'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    chmodSync(file, 0o600)
  }
  const secret = Buffer.from(readFileSync(file, 'utf8'), 'base64')
  if (secret.length !== bytes) throw new Error(`${file} does not hold ${bytes} bytes in base64`)
  return createSecretKey(secret)
}

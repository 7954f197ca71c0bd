import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto'
import { AppError } from './errors.js'

const ivBytes = 12
const tagBytes = 16

/** AES-256-GCM (NIST SP 800-38D) under ENCRYPTION_KEY: IV, tag, ciphertext. `purpose` is bound in: what was sealed for one thing does not open as another. */
export function seal(key: KeyObject, purpose: string, text: string): Buffer {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(purpose))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), sealed])
}

/** What `seal` was given. Rejects with `internal` when the key is another one, the purpose is, or a byte was changed. */
export function unseal(key: KeyObject, purpose: string, sealed: Buffer): string {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, ivBytes), { authTagLength: tagBytes })
      .setAAD(Buffer.from(purpose))
      .setAuthTag(sealed.subarray(ivBytes, ivBytes + tagBytes))
    return Buffer.concat([decipher.update(sealed.subarray(ivBytes + tagBytes)), decipher.final()]).toString('utf8')
  } catch (cause) {
    throw new AppError(
      'internal',
      'Something that rests encrypted could not be opened: ENCRYPTION_KEY is not the one it was sealed with.',
      { cause },
    )
  }
}

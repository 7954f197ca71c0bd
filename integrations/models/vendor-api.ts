import { AppError } from '../../src/errors.js'
import { ask } from './http.js'

/** An account with a vendor, or with a server that speaks as one. */
export interface Account {
  baseUrl: string
  /** `null` for a server that asks for none. */
  apiKey: string | null
  model: string
}

interface Vendor {
  /** As people call it. */
  name: string
  baseUrl: string
  headers: Record<string, string>
  /** The setting that holds the key. */
  keyName: string
}

/** JSON over HTTP as vendors of models speak it. Rejects as `ask` does. */
export function vendorApi({ name, baseUrl, headers, keyName }: Vendor) {
  const base = baseUrl.replace(/\/+$/, '')
  const explain = (status: number) => {
    if (status === 401 || status === 403) return `does not take the key (${keyName})`
    return status === 404 ? 'has no such model' : null
  }
  return {
    post: (path: string, body: object, signal: AbortSignal) =>
      ask(
        base + path,
        {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: JSON.stringify(body),
          signal,
        },
        explain,
      ),
    /** What keeps it from answering, by what needs only the key. */
    async trouble(path: string, signal: AbortSignal): Promise<string | null> {
      try {
        await ask(base + path, { headers, signal }, explain)
        return null
      } catch (thrown) {
        return `${name} at ${base} ${thrown instanceof AppError ? thrown.message : 'does not answer'}.`
      }
    },
  }
}

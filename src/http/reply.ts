/** What a handler answers; how it is sent (ETag, 304, HEAD) is the same for all. */
export interface Reply {
  status: number
  mediaType: string
  content: string | Uint8Array
  headers: Record<string, string>
  /** Parts of it may be asked for (RFC 9110, 14). */
  ranges?: boolean
}

/** `no-cache` lets a browser keep an answer and ask with its ETag whether it still holds. */
const revalidate = { 'Cache-Control': 'private, no-cache' }

export const json = (
  value: unknown,
  { status = 200, headers = {} }: { status?: number; headers?: Record<string, string> } = {},
): Reply => ({
  status,
  mediaType: 'application/json',
  content: JSON.stringify(value),
  headers: { ...revalidate, ...headers },
})

export const text = (mediaType: string, content: string | Uint8Array, headers: Record<string, string> = {}): Reply => ({
  status: 200,
  mediaType,
  content,
  headers: { ...revalidate, ...headers },
})

/** Done, and there is nothing to tell (RFC 9110, 15.3.5). */
export const nothing: Reply = { status: 204, mediaType: '', content: '', headers: {} }

/** RFC 6266 with the extended value of RFC 8187: an ASCII name for old clients, the real one for all others. */
export function contentDisposition(fileName: string, kind: 'inline' | 'attachment' = 'attachment'): string {
  const plain = fileName
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]|["\\%]/g, '')
    .trim()
  const ascii = /^[A-Za-z0-9]/.test(plain) ? plain : `song${/\.\w+$/.exec(fileName)?.[0] ?? ''}`
  const extended = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${extended}`
}

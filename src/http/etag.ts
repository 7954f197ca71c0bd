import { createHash } from 'node:crypto'

/** A strong validator (RFC 9110, 8.8.3): the same bytes, the same tag. */
export const etagOf = (content: string | Uint8Array): string =>
  `"${createHash('sha256').update(content).digest('base64url').slice(0, 27)}"`

/**
 * If-None-Match as RFC 9110, 13.1.2 has it: a weak comparison. Cache-Control of the request has no say here, as it speaks to
 * caches: fetch() adds `no-cache` to every conditional request, which must be answered 304 all the same.
 */
export const isKnown = (ifNoneMatch: string | undefined, etag: string): boolean =>
  ifNoneMatch?.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag) ?? false

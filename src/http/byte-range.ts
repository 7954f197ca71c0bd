export interface ByteRange {
  first: number
  last: number
}

/**
 * The range of bytes that a `Range` header asks for, of a file of so many (RFC 9110, 14.1.2 and 14.2). `null`: the whole file, as
 * there is no range, one that cannot be read, or several. "outside": no byte of it is in the file.
 */
export function rangeOf(header: string | undefined, size: number): ByteRange | 'outside' | null {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/i.exec(header?.replace(/\s/g, '') ?? '') ?? []
  if (from === '' && to === '') return null
  if (from === '') {
    const count = Math.min(Number(to), size)
    return count === 0 ? 'outside' : { first: size - count, last: size - 1 }
  }
  const first = Number(from)
  const last = to === '' ? size - 1 : Math.min(Number(to), size - 1)
  if (to !== '' && Number(to) < first) return null
  return first >= size ? 'outside' : { first, last }
}

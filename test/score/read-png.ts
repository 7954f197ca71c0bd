import { inflateSync } from 'node:zlib'

/** A picture of 8-bit RGBA as PNG (ISO 15948) has it: `dark(x, y)` says whether ink is there. */
export function readPng(bytes: Uint8Array) {
  const file = Buffer.from(bytes)
  const width = file.readUInt32BE(16)
  const height = file.readUInt32BE(20)
  const parts: Buffer[] = []
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at)
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(file.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  const pixels = unfilter(inflateSync(Buffer.concat(parts)), width * 4, height)
  return { width, height, dark: (x: number, y: number): boolean => pixels[(y * width + x) * 4]! < 160 }
}

function unfilter(raw: Buffer, stride: number, height: number): Uint8Array {
  const out = new Uint8Array(stride * height)
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)]
    for (let x = 0; x < stride; x++) {
      const here = y * stride + x
      const left = x >= 4 ? out[here - 4]! : 0
      const up = y > 0 ? out[here - stride]! : 0
      const corner = x >= 4 && y > 0 ? out[here - stride - 4]! : 0
      out[here] = raw[y * (stride + 1) + 1 + x]! + guess(filter, left, up, corner)
    }
  }
  return out
}

function guess(filter: number | undefined, left: number, up: number, corner: number): number {
  if (filter === 1) return left
  if (filter === 2) return up
  if (filter === 3) return (left + up) >> 1
  return filter === 4 ? paeth(left, up, corner) : 0
}

function paeth(left: number, up: number, corner: number): number {
  const sum = left + up - corner
  const [a, b, c] = [Math.abs(sum - left), Math.abs(sum - up), Math.abs(sum - corner)]
  return a <= b && a <= c ? left : b <= c ? up : corner
}

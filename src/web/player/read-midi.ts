import { inOrder, type Score, type TimedMessage } from './score.js'

class Bytes {
  at = 0
  constructor(private readonly view: DataView) {}
  get left(): number {
    return this.view.byteLength - this.at
  }
  byte(): number {
    return this.view.getUint8(this.at++)
  }
  number(length: number): number {
    let value = 0
    for (let index = 0; index < length; index++) value = value * 256 + this.byte()
    return value
  }
  /** Seven bits a byte, the highest bit says that more follow. */
  variable(): number {
    let value = 0
    for (;;) {
      const byte = this.byte()
      value = value * 128 + (byte & 0x7f)
      if (byte < 0x80) return value
    }
  }
}

const withOneByte = new Set([0xc, 0xd])

/** A Standard MIDI File of one tempo, such as the service writes, as a score. Throws where the file breaks off. */
export function readMidi(file: ArrayBuffer): Score {
  const bytes = new Bytes(new DataView(file))
  const messages: TimedMessage[] = []
  let ticksPerBeat = 480
  let tempo = 120
  let beats = 0

  const readTrack = (end: number) => {
    let ticks = 0
    let status = 0
    while (bytes.at < end) {
      ticks += bytes.variable()
      const beat = ticks / ticksPerBeat
      beats = Math.max(beats, beat)
      const first = bytes.byte()
      if (first === 0xff) {
        const type = bytes.byte()
        const length = bytes.variable()
        if (type === 0x51) tempo = 60_000_000 / bytes.number(length)
        else bytes.at += length
        continue
      }
      if (first >= 0xf0) {
        bytes.at += bytes.variable()
        continue
      }
      // Running status: a message of the same kind leaves its first byte out.
      const running = first < 0x80
      if (!running) status = first
      const data1 = running ? first : bytes.byte()
      const data2 = withOneByte.has(status >> 4) ? 0 : bytes.byte()
      const isSilentOn = status >> 4 === 0x9 && data2 === 0
      messages.push({ beat, status: isSilentOn ? status - 0x10 : status, data1, data2 })
    }
  }

  while (bytes.left >= 8) {
    const kind = bytes.number(4)
    const end = bytes.number(4) + bytes.at
    if (kind === 0x4d546864) {
      bytes.at += 4
      ticksPerBeat = bytes.number(2)
    } else if (kind === 0x4d54726b) readTrack(end)
    bytes.at = end
  }
  return { beats, tempo, messages: inOrder(messages) }
}

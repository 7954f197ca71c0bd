const bitrates = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320]
const rates = [44_100, 48_000, 32_000]

/** Seconds of an MP3, frame by frame (ISO 11172-3, 2.4.2.3); throws when something else stands between its frames. */
export function mp3Seconds(bytes: Uint8Array): number {
  let seconds = 0
  for (let at = 0; at + 4 <= bytes.length; ) {
    const [sync, version, form] = [bytes[at]!, bytes[at + 1]!, bytes[at + 2]!]
    if (sync !== 0xff || (version & 0xfe) !== 0xfa) throw new Error(`no frame at byte ${at}`)
    const rate = rates[(form >> 2) & 3]!
    const padding = (form >> 1) & 1
    seconds += 1152 / rate
    at += Math.floor((144_000 * bitrates[form >> 4]!) / rate) + padding
  }
  return seconds
}

/** Seconds of an Ogg Vorbis file: the last page's granule position over the sample rate of the first (RFC 3533, 6). */
export function oggSeconds(bytes: Uint8Array): number {
  const file = Buffer.from(bytes)
  const rate = file.readUInt32LE(file.indexOf('\u0001vorbis', 0, 'latin1') + 12)
  const last = file.lastIndexOf('OggS', undefined, 'latin1')
  return Number(file.readBigUInt64LE(last + 6)) / rate
}

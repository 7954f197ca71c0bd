import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createEncoder } from 'wasm-media-encoders'
import type { Song } from '../../domain/song.js'
import { master } from './master.js'
import { renderLayers, type Stereo, sampleRate } from './render-layers.js'
import { excerptOf, wholeSong } from './stretch.js'

export type AudioKind = 'mp3' | 'ogg'

const modules = createRequire(import.meta.url)
const binary = (kind: AudioKind): Promise<Uint8Array> => readFile(modules.resolve(`wasm-media-encoders/wasm/${kind}`))

/** MP3 of 128 kbit/s, of a constant rate so that any player seeks right; Ogg Vorbis of quality 3. */
async function openEncoder(kind: AudioKind) {
  if (kind === 'mp3') {
    const encoder = await createEncoder('audio/mpeg', await binary(kind))
    encoder.configure({ channels: 2, sampleRate, bitrate: 128 })
    return encoder
  }
  const encoder = await createEncoder('audio/ogg', await binary(kind))
  // A fixed serial number: the same song gives the same bytes.
  encoder.configure({ channels: 2, sampleRate, vbrQuality: 3, oggSerialNo: 1 })
  return encoder
}

async function encode([left, right]: Stereo, kind: AudioKind): Promise<Uint8Array> {
  const encoder = await openEncoder(kind)
  const parts: Uint8Array[] = []
  const second = sampleRate
  for (let at = 0; at < left.length; at += second)
    // What `encode` returns is a window on the encoder's memory, written over by the next call.
    parts.push(encoder.encode([left.subarray(at, at + second), right.subarray(at, at + second)]).slice())
  parts.push(encoder.finalize().slice())
  return Buffer.concat(parts)
}

/** The song as the band plays it, or an excerpt of so many seconds from its chorus. */
export async function toAudio(song: Song, kind: AudioKind, excerpt?: number): Promise<Uint8Array> {
  const stretch = excerpt === undefined ? wholeSong(song) : excerptOf(song, excerpt)
  return encode(master(await renderLayers(song, stretch), stretch), kind)
}

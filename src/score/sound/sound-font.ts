import { readFileSync } from 'node:fs'
import { type BasicSoundBank, SoundBankLoader } from 'spessasynth_core'

const file = new URL('../assets/sonivox.sf3', import.meta.url)
let bank: BasicSoundBank | undefined

/** The General MIDI sound font that ships with us (assets/, Apache-2.0), read once in a thread. */
export function soundFont(): BasicSoundBank {
  if (!bank) {
    const { buffer, byteOffset, byteLength } = readFileSync(file)
    bank = SoundBankLoader.fromArrayBuffer(buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer)
  }
  return bank
}

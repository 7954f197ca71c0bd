import type { Spelled } from './spelling.js'

/** Alterations that are not printed as the key has them, by MusicXML's name (accidental-value). */
const names: Record<string, string> = {
  '-2': 'flat-flat',
  '-1': 'flat',
  '0': 'natural',
  '1': 'sharp',
  '2': 'double-sharp',
}

/** Which alterations hold in a bar: the signature's, until an accidental changes that line or space. */
export class Accidentals {
  private readonly inForce = new Map<string, number>()

  constructor(private readonly signature: number) {}

  private fromSignature(step: string): number {
    const sharps = 'FCGDAEB'
    if (this.signature > 0) return sharps.indexOf(step) < this.signature ? 1 : 0
    return sharps.indexOf(step) >= 7 + this.signature ? -1 : 0
  }

  /** The accidental to print, or `null` when the reader knows it already; from here on it holds. */
  needed({ step, alter, octave }: Spelled): string | null {
    const place = `${step}${octave}`
    const known = this.inForce.get(place) ?? this.fromSignature(step)
    this.inForce.set(place, alter)
    return known === alter ? null : (names[alter] ?? 'natural')
  }
}

/** A chord's kind: how its symbol ends, and its tones as [letters, semitones] above the root. */
export interface ChordQuality {
  symbol: string
  /** How a Roman numeral ends, by its case; absent where that case is not used. */
  upper?: string
  lower?: string
  tones: readonly (readonly [steps: number, semitones: number])[]
}

const third = { minor: [2, 3], major: [2, 4] } as const
const fifth = { flat: [4, 6], pure: [4, 7], sharp: [4, 8] } as const
const seventh = { diminished: [6, 9], minor: [6, 10], major: [6, 11] } as const
const root = [0, 0] as const
const ninth = [8, 14] as const
const sixth = [5, 9] as const

export const chordQualities: readonly ChordQuality[] = [
  { symbol: '', upper: '', tones: [root, third.major, fifth.pure] },
  { symbol: 'm', lower: '', tones: [root, third.minor, fifth.pure] },
  { symbol: 'dim', lower: '°', tones: [root, third.minor, fifth.flat] },
  { symbol: 'aug', upper: '+', tones: [root, third.major, fifth.sharp] },
  { symbol: '7', upper: '7', tones: [root, third.major, fifth.pure, seventh.minor] },
  { symbol: 'maj7', upper: 'maj7', tones: [root, third.major, fifth.pure, seventh.major] },
  { symbol: 'm7', lower: '7', tones: [root, third.minor, fifth.pure, seventh.minor] },
  { symbol: 'mMaj7', lower: 'maj7', tones: [root, third.minor, fifth.pure, seventh.major] },
  { symbol: 'm7b5', lower: 'ø7', tones: [root, third.minor, fifth.flat, seventh.minor] },
  { symbol: 'dim7', lower: '°7', tones: [root, third.minor, fifth.flat, seventh.diminished] },
  { symbol: '6', upper: '6', tones: [root, third.major, fifth.pure, sixth] },
  { symbol: 'm6', lower: '6', tones: [root, third.minor, fifth.pure, sixth] },
  { symbol: '9', upper: '9', tones: [root, third.major, fifth.pure, seventh.minor, ninth] },
  { symbol: 'maj9', upper: 'maj9', tones: [root, third.major, fifth.pure, seventh.major, ninth] },
  { symbol: 'm9', lower: '9', tones: [root, third.minor, fifth.pure, seventh.minor, ninth] },
  { symbol: 'add9', upper: 'add9', tones: [root, third.major, fifth.pure, ninth] },
  { symbol: 'madd9', lower: 'add9', tones: [root, third.minor, fifth.pure, ninth] },
  { symbol: 'sus4', upper: 'sus4', tones: [root, [3, 5], fifth.pure] },
  { symbol: 'sus2', upper: 'sus2', tones: [root, [1, 2], fifth.pure] },
  { symbol: '7sus4', upper: '7sus4', tones: [root, [3, 5], fifth.pure, seventh.minor] },
  { symbol: '5', upper: '5', tones: [root, fifth.pure] },
]

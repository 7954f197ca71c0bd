/** A chord symbol taken apart for MusicXML's <harmony>: root, quality and bass. */
export interface ParsedSymbol {
  root: { step: string; alter: number }
  kind: string
  /** The quality as it is printed: "m7", "maj7". */
  text: string
  bass: { step: string; alter: number } | null
}

/** MusicXML 4.0, kind-value; qualities are written as tonal names them. */
const kinds: Record<string, string> = {
  '': 'major',
  M: 'major',
  maj: 'major',
  m: 'minor',
  min: 'minor',
  dim: 'diminished',
  aug: 'augmented',
  '+': 'augmented',
  '7': 'dominant',
  maj7: 'major-seventh',
  M7: 'major-seventh',
  m7: 'minor-seventh',
  dim7: 'diminished-seventh',
  m7b5: 'half-diminished',
  mMaj7: 'major-minor',
  '6': 'major-sixth',
  m6: 'minor-sixth',
  '9': 'dominant-ninth',
  maj9: 'major-ninth',
  m9: 'minor-ninth',
  sus2: 'suspended-second',
  sus4: 'suspended-fourth',
  '7sus4': 'suspended-fourth',
  '5': 'power',
  '11': 'dominant-11th',
  '13': 'dominant-13th',
}

const pitch = (name: string) => ({
  step: name[0]!,
  alter: Array.from(name.slice(1), (sign) => (sign === '#' ? 1 : -1)).reduce<number>((sum, sign) => sum + sign, 0),
})

/** `null` for what is no chord symbol. A quality we have no kind for is "other": its text still prints. */
export function parseSymbol(symbol: string): ParsedSymbol | null {
  const match = /^([A-G][#b]*)([^/]*)(?:\/([A-G][#b]*))?$/.exec(symbol)
  if (!match) return null
  const [, root = 'C', text = '', bass] = match
  return { root: pitch(root), kind: kinds[text] ?? 'other', text, bass: bass ? pitch(bass) : null }
}

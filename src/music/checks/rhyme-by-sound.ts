import type { Finding } from '../../domain/finding.js'
import { lastWord, rhymeOfLines } from '../words/rhyme.js'
import type { Check } from './check.js'
import { type SungLine, sungLines } from './sung-lines.js'

/** Lines of a section that share a letter, two by two. */
function pairs(lines: readonly SungLine[]): [SungLine, SungLine][] {
  const open = new Map<string, SungLine>()
  const found: [SungLine, SungLine][] = []
  for (const line of lines) {
    if (line.rhyme === '') continue
    const key = `${line.place.section}${line.rhyme}`
    const first = open.get(key)
    if (first) {
      found.push([first, line])
      open.delete(key)
    } else open.set(key, line)
  }
  return found
}

const what = {
  slant: 'only nearly rhymes with',
  same: 'is the same word as',
  none: 'does not rhyme with',
  unknown: 'cannot be compared with',
  perfect: '',
}

/** Lines that the form rhymes do rhyme, by the phonemes of the CMU dictionary and not by their spelling. */
export const rhymeBySound: Check = (song) => {
  const strict = song.skillLevel === 'advanced'
  const found = pairs(sungLines(song))
  const kinds = found.map(([a, b]) => rhymeOfLines(a.text, b.text))
  const findings: Finding[] = found.flatMap(([a, b], at) => {
    const kind = kinds[at]!
    if (kind === 'perfect') return []
    return {
      rule: 'rhyme-by-sound',
      severity: kind === 'slant' && !strict ? ('info' as const) : ('warning' as const),
      place: b.place,
      evidence: `"${lastWord(b.text)}" ${what[kind]} "${lastWord(a.text)}": "${a.text}" / "${b.text}"`,
      suggestion: `End the line on a word that sounds like "${lastWord(a.text)}" from its last stressed vowel on.`,
      cost: kind === 'slant' ? 0.02 : 0.05,
    }
  })
  const perfect = kinds.filter((kind) => kind === 'perfect').length
  return { findings, measures: { rhymesBySound: found.length === 0 ? 1 : perfect / found.length } }
}

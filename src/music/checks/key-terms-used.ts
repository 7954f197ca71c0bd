import { mentions } from '../words/mentions.js'
import type { Check } from './check.js'
import { share, sungLines } from './sung-lines.js'

/** The key terms of the request are sung; where it names none, four of the song's own key concepts. */
export const keyTermsUsed: Check = (song) => {
  const lines = sungLines(song).map(({ text }) => text)
  const wanted = song.provenance.request.keyTerms
  const asked = wanted.length > 0
  const terms = asked
    ? wanted
    : song.education.keyConcepts.map(({ term }) => term).filter((term) => term !== song.education.topic)
  const silent = terms.filter((term) => !lines.some((line) => mentions(line, term)))
  const enough = asked ? terms.length : Math.min(4, terms.length)
  const used = Math.min(1, share(terms.length - silent.length, enough))
  if (used >= 0.8) return { findings: [], measures: { keyTermsUsed: used } }
  return {
    findings: [
      {
        rule: 'key-terms-used',
        severity: asked && used < 0.2 && enough <= 8 ? 'error' : 'warning',
        place: {},
        evidence: `Not sung: ${silent
          .slice(0, 6)
          .map((term) => `"${term}"`)
          .join(', ')}.`,
        suggestion: 'Work them in at the end or the start of lines, where they are heard.',
        cost: Math.min(0.2, (0.8 - used) * 0.4),
      },
    ],
    measures: { keyTermsUsed: used },
  }
}

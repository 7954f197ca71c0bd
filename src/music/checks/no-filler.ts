import { fillers } from '../../knowledge/word-lists/fillers.js'
import type { Check } from './check.js'
import { asSung, share, sungLines } from './sung-lines.js'

/** No line that would fit any song on any topic; and lines do not all begin alike. */
export const noFiller: Check = (song) => {
  const lines = sungLines(song).filter(({ text }) => asSung(text) !== asSung(song.hook))
  const findings = lines.flatMap(({ text, place }) =>
    fillers.test(text)
      ? {
          rule: 'no-filler',
          severity: 'warning' as const,
          place,
          evidence: `"${text}" would fit a song about anything.`,
          suggestion: 'Say something that is true of this topic alone.',
          cost: 0.04,
        }
      : [],
  )
  const distinct = [...new Set(lines.map(({ text }) => asSung(text)))]
  const starts = new Map<string, number>()
  for (const line of distinct) {
    const [start = ''] = line.split(' ')
    starts.set(start, (starts.get(start) ?? 0) + 1)
  }
  const [word, times] = [...starts].sort((a, b) => b[1] - a[1])[0] ?? ['', 0]
  const alike = distinct.length >= 8 && times / distinct.length > 0.4
  return {
    findings: alike
      ? [
          ...findings,
          {
            rule: 'varied-openings',
            severity: 'info',
            place: {},
            evidence: `${times} of ${distinct.length} lines begin with "${word}".`,
            suggestion: 'Begin with a verb, a place or a question now and then.',
            cost: 0.01,
          },
        ]
      : findings,
    measures: { fillerLines: findings.length, sameOpening: share(times, Math.max(1, distinct.length)) },
  }
}

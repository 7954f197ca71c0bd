import { asSung } from '../words/as-sung.js'
import type { Check } from './check.js'
import { share, sungLines } from './sung-lines.js'

/** Outside the chorus every line is new; the hook may come anywhere. */
export const noLineTwice: Check = (song) => {
  const lines = sungLines(song).filter(({ kind, text }) => kind !== 'chorus' && asSung(text) !== asSung(song.hook))
  const first = new Map<string, number>()
  const findings = lines.flatMap(({ text, place }) => {
    const key = asSung(text)
    const before = first.get(key) ?? 0
    first.set(key, before + 1)
    if (before === 0) return []
    return {
      rule: 'no-line-twice',
      severity: before > 2 ? ('error' as const) : ('warning' as const),
      place,
      evidence: `"${text}" is sung again outside the chorus.`,
      suggestion: 'Go on with the next fact instead.',
      cost: 0.05,
    }
  })
  return { findings, measures: { linesNew: share(lines.length - findings.length, lines.length) } }
}

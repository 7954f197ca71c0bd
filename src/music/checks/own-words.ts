import { sharedShingles, shinglesOf } from '../words/shingles.js'
import type { Check } from './check.js'
import { share, sungLines } from './sung-lines.js'

/** Words that run on for longer than this are copied prose, not a line of one's own. */
const run = 6

/** Verses are not the request's own text set to music: few runs of six words are the same as in its facts and prompt. */
export const ownWords: Check = (song) => {
  const { facts, prompt } = song.provenance.request
  const lines = [...new Set(sungLines(song).map(({ text }) => text))]
  const text = lines.join(' ')
  const shared = sharedShingles(text, [...facts, prompt], run)
  const copied = share(shared.length, Math.max(1, shinglesOf(text, run).length))
  return {
    findings:
      copied > 0.5
        ? [
            {
              rule: 'own-words',
              severity: 'info',
              place: {},
              evidence: `${shared.length} runs of six words stand in the request just so: "${shared[0]}"`,
              suggestion: 'Say the facts in words of your own.',
              cost: 0.02,
            },
          ]
        : [],
    measures: { copiedRuns: copied },
  }
}

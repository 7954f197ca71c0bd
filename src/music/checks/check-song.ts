import type { Finding, Quality } from '../../domain/finding.js'
import type { Check, UncheckedSong } from './check.js'
import { chordTonesOnStrongBeats } from './chord-tones-on-strong-beats.js'
import { chordsExplained } from './chords-explained.js'
import { chorusLift } from './chorus-lift.js'
import { factsSung } from './facts-sung.js'
import { fewLeaps } from './few-leaps.js'
import { hookSung } from './hook-sung.js'
import { keyTermsUsed } from './key-terms-used.js'
import { musicalFigures } from './musical-figures.js'
import { noFiller } from './no-filler.js'
import { noLineTwice } from './no-line-twice.js'
import { notesFitWords } from './notes-fit-words.js'
import { ownWords } from './own-words.js'
import { rangeForLevel } from './range-for-level.js'
import { readingLevel } from './reading-level.js'
import { rhymeBySound } from './rhyme-by-sound.js'
import { roomToBreathe } from './room-to-breathe.js'
import { safeWords } from './safe-words.js'
import { sectionsAndCadences } from './sections-and-cadences.js'
import { stableEndings } from './stable-endings.js'
import { stepwiseMotion } from './stepwise-motion.js'
import { stressedOnBeats } from './stressed-on-beats.js'
import { syllablesAsWritten } from './syllables-as-written.js'
import { topicPresent } from './topic-present.js'

/** Every rule a song is held to. A rule is one file; its line here is all that joins it. */
const checks: readonly Check[] = [
  chordsExplained,
  chordTonesOnStrongBeats,
  stepwiseMotion,
  fewLeaps,
  stableEndings,
  stressedOnBeats,
  rangeForLevel,
  roomToBreathe,
  sectionsAndCadences,
  hookSung,
  chorusLift,
  notesFitWords,
  musicalFigures,
  rhymeBySound,
  syllablesAsWritten,
  topicPresent,
  keyTermsUsed,
  factsSung,
  safeWords,
  readingLevel,
  noLineTwice,
  noFiller,
  ownWords,
]

/** Findings of one rule together take no more than this from the score, so that one fault repeated is not ten faults. */
const mostByRule = 0.35
/** What one error takes at least: a song with an error-level finding is below 0.7, where the workflow mends it. */
const leastByError = 0.31

/** The findings of one rule with their costs brought to the cap: the worst first, the rest for nothing. */
function capped(findings: readonly Finding[]): Finding[] {
  let left = mostByRule
  return findings.map((finding) => {
    const wanted = finding.severity === 'error' ? Math.max(leastByError, finding.cost) : finding.cost
    const cost = Math.min(wanted, left)
    left -= cost
    return { ...finding, cost: Math.round(cost * 1000) / 1000 }
  })
}

/** The song's findings and score. The score is 1 less all that the findings cost: each says what it took. */
export function checkSong(song: UncheckedSong): Quality {
  const results = checks.map((check) => check(song))
  const findings = results.flatMap((result) => capped(result.findings))
  const measures = Object.assign({}, ...results.map((result) => result.measures)) as Record<string, number>
  const cost = findings.reduce((sum, finding) => sum + finding.cost, 0)
  return { score: Math.round(Math.max(0, 1 - cost) * 1000) / 1000, findings, measures }
}

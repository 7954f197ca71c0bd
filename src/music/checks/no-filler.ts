import type { Finding } from '../../domain/finding.js'
import { stem } from '../../knowledge/topics.js'
import { asides as asideWords } from '../../knowledge/word-lists/asides.js'
import { fillers } from '../../knowledge/word-lists/fillers.js'
import { functionWords } from '../../knowledge/word-lists/function-words.js'
import { asSung } from '../words/as-sung.js'
import { bareWord, wordsOf } from '../words/pronunciation.js'
import type { Check, UncheckedSong } from './check.js'
import { share, sungLines } from './sung-lines.js'

const telling = (text: string): string[] =>
  wordsOf(text)
    .map(bareWord)
    .filter((word) => word.length > 2 && !functionWords.has(word))
    .map(stem)

/** Lines that hold nothing of the song's facts and meanings: with another name in it, they would fit any topic. */
function emptyLines(song: UncheckedSong, lines: readonly string[]): string[] {
  const { request } = song.provenance
  const { topic, facts, keyConcepts } = song.education
  const names = new Set(telling(topic))
  const world = new Set(
    [...request.facts, ...facts, ...request.keyTerms, ...keyConcepts.flatMap(({ term, meaning }) => [term, meaning])]
      .flatMap(telling)
      .filter((word) => !names.has(word)),
  )
  return lines.filter((line) => !telling(line).some((word) => world.has(word)))
}

/** Share of empty lines that a song outside the library may have: pictures and questions of its own. */
const mostEmpty = 0.4

function tooEmpty(song: UncheckedSong, lines: readonly string[]): { part: number; findings: Finding[] } {
  if (song.provenance.request.topicId !== null) return { part: 0, findings: [] }
  const empty = emptyLines(song, lines)
  const part = share(empty.length, Math.max(1, lines.length))
  if (part <= mostEmpty) return { part, findings: [] }
  return {
    part,
    findings: [
      {
        rule: 'no-filler',
        severity: part > 0.7 ? 'error' : 'warning',
        place: {},
        evidence: `${empty.length} of ${lines.length} lines tell nothing of ${song.education.topic}: "${empty[0]}"`,
        suggestion: 'Give three to six facts, a short sentence each; the song will sing those.',
        cost: Math.min(0.35, (part - 0.3) * 0.8),
      },
    ],
  }
}

const closings = new Set(asideWords)

/** "…, a clue": words to the singers at a line's end, for the sake of the rhyme. */
const hasAside = (text: string): boolean =>
  closings.has(/[,:] ([^,:]+?)[.,;]?$/.exec(text)?.[1]?.toLowerCase() ?? '') ||
  /[,:] (that's [^,]+, )?you see[.,;]?$/.test(text)

/** One aside is a wink, more are padding. */
const asides = (lines: readonly string[]): Finding[] =>
  lines
    .filter(hasAside)
    .slice(1)
    .map((line) => ({
      rule: 'no-filler',
      severity: 'info',
      place: {},
      evidence: `"${line}" ends in words to the singers.`,
      suggestion: 'End the line on a word of the fact.',
      cost: 0.02,
    }))

/** No line that would fit any song on any topic; and lines do not all begin alike. */
export const noFiller: Check = (song) => {
  const lines = sungLines(song).filter(({ text }) => asSung(text) !== asSung(song.hook))
  const findings: Finding[] = lines.flatMap(({ text, place }) =>
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
  const unlike = [...new Set(lines.map(({ text }) => text))]
  const empty = tooEmpty(song, unlike)
  findings.push(...empty.findings, ...asides(unlike))
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
    measures: {
      fillerLines: findings.length,
      emptyLines: empty.part,
      sameOpening: share(times, Math.max(1, distinct.length)),
    },
  }
}

import { stem } from '../../../knowledge/topics.js'
import { functionWords } from '../../../knowledge/word-lists/function-words.js'
import { finiteVerbs } from '../../../knowledge/word-lists/verbs.js'
import { asSung } from '../../words/as-sung.js'
import { bareWord, wordsOf } from '../../words/pronunciation.js'
import { remembered } from '../../words/remembered.js'
import { type Sentence, sentencesOf } from '../../words/sentences.js'

/** One change of a stanza's stops: the stanza as it then reads, and how much a reader would mind it. */
export interface Restop {
  lines: readonly string[]
  cost: number
}

/** A period is held together by the ear for so long, and no longer. */
const longest = { words: 42, lines: 5 }

/** Words of a sentence that can be part of a longer one: "Four days." is an answer, and stays one. */
const shortest = 4

const conjunction = /^(And|But|Or|Nor|Yet|So)\b/
const goesOnWith = /^(They|It|He|She|We|Their|Its|His|Her|This|That|These|Those|There|Then|Still)\b/

const size = (text: string): number => wordsOf(text).length
const isStatement = (text: string): boolean => /[\p{L}\p{N})]\.$/u.test(text) && !/\b\p{L}\.\p{L}\.$/u.test(text)
const hasVerb = (text: string): boolean => wordsOf(text).some((word) => finiteVerbs.has(bareWord(word)))
const hasColon = (text: string): boolean => /:(\s|$)/.test(text)

/** The stem of a word that tells something, "" of one that does not. */
const root = remembered((word) => {
  const bare = bareWord(word)
  return bare.length > 2 && !functionWords.has(bare) ? stem(bare) : ''
})

const telling = (text: string): string[] => wordsOf(text).map(root).filter(Boolean)

/** Whether the second sentence speaks on of what the first has named. */
function goesOn(first: string, second: string): boolean {
  const named = new Set(telling(first))
  return goesOnWith.test(second) || telling(second).some((word) => named.has(word))
}

/** The stanza with the stop at the end of a line, if it has one, replaced. */
const withMark = (lines: readonly string[], at: number, mark: string): string[] =>
  lines.map((line, n) => (n === at ? line.replace(/\.$/, '') + mark : line))

/** "A box that changed the sea" is a name, not yet a sentence. */
const isBareCall = (text: string): boolean => !hasVerb(text.replace(/\b(that|who|which|where|when)\b.*/i, ''))

/** A comma before a conjunction that is there, a colon behind a bare call ("Light upon the water:"), else a semicolon. */
function markBetween(first: string, second: string, isCall: boolean): string {
  if (conjunction.test(second)) return ','
  return isCall && isBareCall(first) && !hasColon(second) ? ':' : ';'
}

/** A sentence whose one colon ends a line, with a dash there; where a quotation follows, the colon stays. */
function withDash(lines: readonly string[], { text, from, to }: Sentence): string[] | undefined {
  const at = lines.findIndex((line, n) => n >= from && n <= to && line.endsWith(':'))
  if (at < 0 || text.split(':').length > 2 || /["“”—]/.test(text)) return undefined
  return lines.map((line, n) => (n === at ? line.replace(/:$/, '—') : line))
}

function join(lines: readonly string[], first: Sentence, second: Sentence, isCall: boolean): Restop | undefined {
  const isApart = second.from !== first.to + 1 || second.to - first.from >= longest.lines
  const words = size(first.text) + size(second.text)
  if (isApart || words > longest.words || !isStatement(second.text) || size(second.text) < shortest) return undefined
  if (!isCall && (!isStatement(first.text) || size(first.text) < shortest)) return undefined
  const mark = markBetween(first.text, second.text, isCall)
  const ease = (mark === ',' ? 8 : 0) + (goesOn(first.text, second.text) ? 8 : 0)
  const joined = withMark(lines, first.to, mark)
  const cost = words + (isCall ? 30 : 0) - ease
  // One colon is enough for a sentence; a second becomes a dash.
  if (!hasColon(first.text) || !hasColon(second.text)) return { lines: joined, cost }
  const dashed = withDash(joined, second)
  return dashed && { lines: dashed, cost: cost + 12 }
}

/**
 * Every two sentences of a stanza that may become one without a word changed: statements that meet at the end of a line. Questions,
 * exclamations and what ends a quotation keep their stops. A refrain without a stop calls out what follows it.
 */
export function joins(lines: readonly string[], refrain: string): Restop[] {
  const sentences = sentencesOf(lines, refrain)
  const isRefrain = ({ text }: Sentence) => asSung(text) === asSung(refrain)
  return sentences.flatMap((first, at) => {
    const [before, second] = [sentences[at - 1], sentences[at + 1]]
    // An answer keeps its stop, too; what follows a refrain's question need not answer it.
    const isAnswer = before?.text.endsWith('?') && !isRefrain(before)
    if (!second || isRefrain(second) || isAnswer) return []
    const restop = join(lines, first, second, isRefrain(first) && /[\p{L}\p{N}]$/u.test(first.text))
    return restop ? [restop] : []
  })
}

/** What a colon announces does not stand alone; who or what goes on to do something does. */
const startsOver = /^(the|an?|it|they|we|you|he|she|this|that|these|those|its|their|your|our|each|every|all|some|no)\b/i

const isClause = (text: string): boolean => size(text) >= 3 && hasVerb(text) && !conjunction.test(text)

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Every semicolon or colon of a stanza, outside quotations, between two clauses that can each be a sentence. */
export function partings(lines: readonly string[]): Restop[] {
  return lines.flatMap((line, at) =>
    [...line.matchAll(/([;:])(?:\s+|$)/g)].flatMap(({ 0: found, 1: mark, index }) => {
      const before = line.slice(0, index).replace(/^.*[.;:?!]\s/, '')
      const rest = line.slice(index + found.length)
      const next = rest === '' ? (lines[at + 1] ?? '') : rest
      const after = next.replace(/[.;:?!](\s.*)?$/, '')
      if (/["“”]/.test(line + next) || !isClause(before) || !isClause(after)) return []
      if (mark === ':' && !startsOver.test(after)) return []
      const parted = `${line.slice(0, index)}.${rest === '' ? '' : ` ${capital(rest)}`}`
      return [{ lines: lines.map((old, n) => (n === at ? parted : old)), cost: -size(before) - size(after) }]
    }),
  )
}

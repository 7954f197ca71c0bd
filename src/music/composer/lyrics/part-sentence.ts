import { finiteVerbs } from '../../../knowledge/word-lists/verbs.js'
import { isDenied } from '../../words/denial.js'
import { verbAt } from './parse-clause.js'

/** Words that open a phrase: a sentence may be parted into two lines before them, not inside the phrase. */
const opens =
  /^(in|on|at|by|from|with|through|during|after|before|into|for|under|over|between|among|around|across|along|toward|towards|within|near|against|inside|outside|when|where|while|because|which|who|that|and|but|so|as|to|until|since|like|than|if|is|are|was|were|can|has|have|a|an|the|its|their|his|her)$/i

/** Words that hold the next one fast: no line ends on them. */
const clings =
  /^(or|up|about|least|most|more|less|such|only|very|not|also|than|many|some|all|every|each|two|three|no|to|other|of|her|his|its|their|my|our|your|be|been|being|so|it|they|he|she|we)$/i

export interface Part {
  first: string
  second: string
  /** What it costs to break here. */
  cost: number
}

/** Whether a break here would cut a list: "beans, | carrots and sunflowers", "peace | and good luck". */
function isInsideList(words: readonly string[], at: number): boolean {
  const [before = '', next = ''] = [words[at - 1], words[at]]
  if (/^(and|or)$/i.test(next) && !/,$/.test(before)) {
    // "… bends the light | and sends it far" goes on with a verb.
    const rest = words.slice(at + 1, at + 3).map((word) => word.toLowerCase().replace(/[^a-z]/g, ''))
    return (
      !(finiteVerbs.has(rest[0] ?? '') && rest.length > 1) &&
      !/^(they|it|he|she|we|so|then|can|its|the)$/.test(rest[0] ?? '')
    )
  }
  if (!/,$/.test(before)) return false
  const rest = words.slice(at)
  const and = rest.findIndex((word) => /^(and|or)$/i.test(word))
  const verb = rest
    .slice(0, and < 0 ? 0 : and)
    .some((word) => finiteVerbs.has(word.toLowerCase().replace(/[^a-z]/g, '')))
  return and > 0 && and <= 5 && !verb
}

/** The places where a sentence may break: before a phrase, or at a pinch behind a plural noun. */
export function partsOf(text: string): Part[] {
  const words = text.split(' ')
  const parts: Part[] = []
  const verb = verbAt(words)
  const colon = words.findIndex((word) => word.endsWith(':'))
  for (let at = 2; at < words.length - 1; at++) {
    const [before = '', next = ''] = [words[at - 1], words[at]]
    if (colon >= 0 && at > colon + 1) break
    if (
      /^(is|are|was|were)$/i.test(next) &&
      words.slice(at - 3, at).some((word) => /^(where|when|that|which|who|how|what)$/i.test(word))
    )
      continue
    if (/^to$/i.test(next) && words.slice(Math.max(0, at - 3), at).some((word) => /^from$/i.test(word))) continue
    // "Nobody thinks | that …": what is denied may not stand alone as if it were said.
    if (isDenied(before) || (/^(that|if|because)$/i.test(next) && isDenied(words.slice(0, at).join(' ')))) continue
    if (
      opens.test(before) ||
      (clings.test(before) && !(/^(up|about)$/i.test(before) && /^(and|but|or)$/i.test(next))) ||
      /^(up|down|out|off|away|together|apart)$/i.test(next)
    )
      continue
    if (/^(in|on|off|over|through|by|around|along|across)$/i.test(next) && /^(and|or|,|)$/i.test(words[at + 1] ?? ''))
      continue
    if (/^of$/i.test(next) && /^[A-Z]/.test(before) && /^[A-Z]/.test(words[at + 1] ?? '')) continue
    if (at < 3 && /^(a|an|the)$/i.test(next)) continue
    if (/['’]s$/.test(before)) continue
    const isPause = /[,:]$/.test(before)
    const cost = isPause
      ? 0
      : next === 'of'
        ? 0.9
        : !opens.test(next)
          ? /[^su]s,?$/.test(before) && !/is$/.test(before) && !finiteVerbs.has(before.toLowerCase())
            ? 0.6
            : -1
          : /^(a|an|the|its|their|his|her)$/i.test(next)
            ? 0.9
            : 0
    if (cost < 0) continue
    // A short subject alone in its line is a label, not a line.
    const opensVerb = /^(is|are|was|were|has|have|can)$/i.test(next) || finiteVerbs.has(next)
    const insideSubject = verb > at && /^(in|on|at|of|by|from|with|for|to|near|under)$/i.test(next) ? 1.5 : 0
    const label = !opensVerb || at > 3 ? 0 : at === 3 ? 0.8 : 2.5
    const second = words.slice(at).join(' ')
    parts.push({
      first: words.slice(0, at).join(' ').replace(/;$/, ''),
      second: second.charAt(0).toUpperCase() + second.slice(1),
      cost: cost + label + insideSubject + (isInsideList(words, at) ? 2 : 0),
    })
  }
  return parts
}

import { finiteVerbs } from '../../../knowledge/word-lists/verbs.js'
import { isDenied } from '../../words/denial.js'

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

/** The places where a sentence may break: before a phrase, or at a pinch behind a plural noun. */
export function partsOf(text: string): Part[] {
  const words = text.split(' ')
  const parts: Part[] = []
  const colon = words.findIndex((word) => word.endsWith(':'))
  for (let at = 2; at < words.length - 1; at++) {
    const [before = '', next = ''] = [words[at - 1], words[at]]
    if (colon >= 0 && at > colon + 1) break
    if (
      /^(is|are|was|were)$/i.test(next) &&
      words.slice(at - 3, at).some((word) => /^(where|when|that|which|who|how|what)$/i.test(word))
    )
      continue
    // "Nobody thinks | that …": what is denied may not stand alone as if it were said.
    if (isDenied(before) || (/^(that|if|because)$/i.test(next) && isDenied(words.slice(0, at).join(' ')))) continue
    if (opens.test(before) || clings.test(before) || /^(up|down|out|off|away|together|apart)$/i.test(next)) continue
    const isPause = /[,:]$/.test(before)
    const cost = isPause
      ? 0
      : next === 'of'
        ? 0.9
        : !opens.test(next)
          ? /[^s]s,?$/.test(before) && !finiteVerbs.has(before.toLowerCase())
            ? 0.6
            : -1
          : /^(a|an|the|its|their|his|her)$/i.test(next)
            ? 0.4
            : 0
    if (cost < 0) continue
    const second = words.slice(at).join(' ')
    parts.push({
      first: words.slice(0, at).join(' ').replace(/;$/, ''),
      second: second.charAt(0).toUpperCase() + second.slice(1),
      cost,
    })
  }
  return parts
}

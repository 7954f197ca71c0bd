import { frameCouplets, partnerLines, tags } from '../../../knowledge/partner-lines.js'
import { type Couplet, endsOf, endWord, sizeOf } from './couplet.js'

/** Phrases by the sounds they end in. */
export function indexed(phrases: readonly string[]): (line: string) => string[] {
  const byEnd = new Map<string, string[]>()
  for (const phrase of phrases)
    for (const key of endsOf(phrase)) (byEnd.get(key) ?? byEnd.set(key, []).get(key)!).push(phrase)
  return (line) => endsOf(line).flatMap((key) => byEnd.get(key) ?? [])
}

/** Frames (with `{t}` for a key term) whose last word rhymes with the line's, its very own word among them. */
export const partnersFor = indexed(partnerLines)

/** Short closing words that rhyme with the line. */
export const tagsFor = indexed(tags)

/** Pairs of closing words that rhyme with each other, for a fact whose own words rhyme with nothing. */
export const tagPairs: readonly { tags: readonly [string, string]; sizes: readonly [number, number] }[] = tags.flatMap(
  (first) =>
    tagsFor(first)
      .filter((second) => endWord(second) !== endWord(first))
      .map((second) => ({ tags: [first, second] as const, sizes: [sizeOf(first), sizeOf(second)] as const })),
)

/** A term as it stands inside a line: "The French Revolution" loses the capital of its article. */
const inLine = (term: string): string =>
  /^(The|A|An) /.test(term) ? term.charAt(0).toLowerCase() + term.slice(1) : term

const isPlural = (term: string): boolean =>
  /\band\b/.test(term) ||
  (/[^s]s$/.test(term) && !/(sis|us|ics|as|is)$/.test(term)) ||
  /^(people|children|mice|bacteria|stomata|dice|teeth|feet)$/i.test(term)

/** A frame with its term in place and its verbs in the term's number. */
export function fillFrame(frame: string, term: string): string {
  const many = isPlural(term)
  const verbs: Record<string, string> = many
    ? { is: 'are', does: 'do', has: 'have' }
    : { is: 'is', does: 'does', has: 'has' }
  const filled = frame
    .replace(/\{(Is|is|does|has)\}/g, (_, verb: string) => (verb === 'Is' ? (many ? 'Are' : 'Is') : verbs[verb]!))
    .replace(/(^|[.?!:"] |^")\{t\}/, (_, before: string) => before + term.charAt(0).toUpperCase() + term.slice(1))
    .replaceAll("{t}'s", many ? `${inLine(term)}'` : `${inLine(term)}'s`)
    .replaceAll('{t}', inLine(term))
  return filled.charAt(0).toUpperCase() + filled.slice(1)
}

/** Openings, turns and endings for a topic without couplets of its own, each with the topic and one of its terms; things show in scenes. */
export const frameCoupletsFor = (topic: string, terms: readonly string[], things: readonly string[]): Couplet[] =>
  (['scene', 'turn', 'close'] as const).flatMap((role) =>
    frameCouplets[role].map((text, order) => {
      const named = role === 'scene' ? [...terms, ...things] : terms
      const term = named[order % Math.max(1, named.length)] ?? topic
      const [first = '', second = ''] = text.split(' / ')
      const lines = [fillFrame(first, topic), fillFrame(second.replaceAll('{u}', '{t}'), term)] as const
      return { lines, role, order, tells: '', worth: -0.5 }
    }),
  )

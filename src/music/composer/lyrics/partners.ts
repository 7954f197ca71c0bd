import { endsOf } from './couplet.js'

/** Phrases by the sounds they end in. */
export function indexed(phrases: readonly string[]): (line: string) => string[] {
  const byEnd = new Map<string, string[]>()
  for (const phrase of phrases)
    for (const key of endsOf(phrase)) (byEnd.get(key) ?? byEnd.set(key, []).get(key)!).push(phrase)
  return (line) => endsOf(line).flatMap((key) => byEnd.get(key) ?? [])
}

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

import { bands, innocent, taught } from '../../knowledge/word-lists/unsafe-words.js'
import { profaneWords } from './profanity.js'

export interface UnsafeWord {
  word: string
  about: string
  /** The grade from which it may be used; 13 for never. */
  fromGrade: number
}

/** A list of words and "quoted phrases", `*` for any ending, as patterns on lower-case text. */
function patternsOf(list: string): RegExp[] {
  return (list.match(/"[^"]+"|\S+/g) ?? []).map((entry) => {
    const source = entry
      .replaceAll('"', '')
      .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '[a-z]*')
      .replaceAll(' ', '[\\s-]+')
    return new RegExp(`(?<![a-z])${source}(?![a-z])`, 'g')
  })
}

const rules = bands.map(({ about, fromGrade, words }) => ({
  about,
  fromGrade,
  pattern: new RegExp(
    patternsOf(words)
      .map(({ source }) => source)
      .join('|'),
    'g',
  ),
}))
const lessons = taught.map(({ topic, fromGrade, words }) => ({ topic, fromGrade, patterns: patternsOf(words) }))
const isAllowed = (word: string, patterns: readonly RegExp[]): boolean =>
  patterns.some((pattern) => new RegExp(`^(?:${pattern.source})$`).test(word))

/** Letters behind which people hide: "s3x", "k.i.l.l", full-width forms. */
const unmasked = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(
      /(?<=\p{L})[013457@$](?=\p{L})/gu,
      (sign) => ({ '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's' })[sign] ?? sign,
    )

interface SafetyOptions {
  /** What the text is about; what a curriculum teaches of it passes ("the Holocaust", "sex cells"). */
  topic?: string
  /** Words or phrases that a teacher allows, `*` for any ending. */
  exceptions?: readonly string[]
}

/** What of a text a class of that grade should not sing, each word once; empty when all is well. */
export function unsafeWords(
  text: string,
  grade: number,
  { topic = '', exceptions = [] }: SafetyOptions = {},
): UnsafeWord[] {
  const plain = unmasked(text)
  const subject = `${topic} ${text}`
  const allowed = [
    ...lessons
      .filter((lesson) => grade >= lesson.fromGrade && lesson.topic.test(subject))
      .flatMap(({ patterns }) => patterns),
    ...exceptions.flatMap((entry) => patternsOf(`"${entry.toLowerCase().replaceAll('"', '')}"`)),
  ]
  const found = new Map<string, UnsafeWord>()
  for (const { about, fromGrade, pattern } of rules) {
    if (grade >= fromGrade) continue
    for (const [word] of plain.matchAll(pattern))
      if (!isAllowed(word, allowed)) found.set(word, { word, about, fromGrade })
  }
  let rest = text.replace(innocent, ' ')
  for (const pattern of allowed) rest = rest.replace(new RegExp(pattern.source, 'gi'), ' ')
  for (const word of profaneWords(rest)) {
    if (![...found.keys()].some((known) => known.includes(word)))
      found.set(word, { word, about: 'profanity', fromGrade: 13 })
  }
  return [...found.values()]
}

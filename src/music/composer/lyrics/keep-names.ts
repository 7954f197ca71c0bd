import { wordsOf } from '../../words/pronunciation.js'

/** Words that facts write with a capital inside a sentence, and nowhere without: "Biscuit" in "Our hamster is called Biscuit." */
export function namesIn(facts: readonly string[]): ReadonlySet<string> {
  const inside = facts.flatMap((fact) =>
    wordsOf(fact)
      .slice(1)
      .map((word) => word.replace(/['’]s$|[^\p{L}]+$/u, '')),
  )
  const small = new Set(inside.filter((word) => /^\p{Ll}/u.test(word)))
  return new Set(inside.filter((word) => /^\p{Lu}\p{Ll}/u.test(word) && !small.has(word.toLowerCase())))
}

/** A line with the capitals of the names in it, where turning a sentence made them small. */
export const keepNames = (line: string, names: ReadonlySet<string>): string =>
  names.size === 0
    ? line
    : line.replace(/(?<![\p{L}\p{N}'’-])\p{Ll}+(?![\p{L}\p{N}-])/gu, (word) => {
        const name = word.charAt(0).toUpperCase() + word.slice(1)
        return names.has(name) ? name : word
      })

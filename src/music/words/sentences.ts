import { asSung } from './as-sung.js'

/** A sentence of a stanza and the lines that it stands on, from 0. */
export interface Sentence {
  text: string
  from: number
  to: number
}

/** Where one sentence ends and another begins inside a line; "Dr. King" and "J. S. Bach" are no ends. */
const inside = /(?<!\b(?:Dr|Mr|Mrs|Ms|St|\p{Lu})\.)(?<=[.?!…]["”’)]*)\s+(?=["“‘(]*[\p{Lu}\d])/u

/** A mark that ends a sentence at the end of a line. */
export const ends = (line: string): boolean => /[.?!…]["”’)]*$/.test(line)

/** Whether a line is left open: it ends in a mark after which its sentence goes on. */
const goesOn = (line: string): boolean => /[,;:–—-]["”’)]*$/.test(line)

/**
 * The sentences of a stanza as it is punctuated, over as many lines as each takes. What ends the stanza ends its sentence, and so
 * does a refrain that has no mark of its own. A stanza without any full stop is read line by line: lyrics are often written so,
 * and so are lists of names.
 */
export function sentencesOf(stanza: readonly string[], refrain: string): Sentence[] {
  const isRefrain = (line: string) => asSung(line) === asSung(refrain)
  const bare = !stanza.some((line) => ends(line) && !isRefrain(line))
  const found: Sentence[] = []
  let open: Sentence | undefined
  for (const [at, line] of stanza.entries())
    for (const part of line.split(inside)) {
      open = open ? { ...open, text: `${open.text} ${part}`, to: at } : { text: part, from: at, to: at }
      if (!ends(part) && !bare && !(isRefrain(line) && !goesOn(line))) continue
      found.push(open)
      open = undefined
    }
  return open ? [...found, open] : found
}

/** All sentences of a song's stanzas; a line that comes back is read once. */
export function sentencesOfSong(stanzas: readonly (readonly string[])[], refrain: string): string[] {
  const heard = new Set<string>()
  const fresh = (line: string) => !heard.has(asSung(line)) && heard.add(asSung(line))
  return stanzas.flatMap((stanza) => sentencesOf(stanza.filter(fresh), refrain).map(({ text }) => text))
}

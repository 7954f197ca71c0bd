import type { Random } from '../../random.js'
import { type Couplet, fits, type Room } from './couplet.js'
import { tagPairs } from './partners.js'

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Two key terms, each with a short word to the singers: for terms that nothing else in the song speaks of. */
export function termCouplets(terms: readonly string[], room: Room, random: Random): Couplet[] {
  const couplets: Couplet[] = []
  for (const [at, term] of terms.entries())
    for (const other of terms.slice(at + 1))
      for (const {
        tags: [tag, answer],
      } of Array.from({ length: 6 }, () => random.pick(tagPairs))) {
        const lines = [`${capital(term)}: ${tag},`, `${capital(other)}: ${answer}.`] as const
        if (fits(lines[0], room) && fits(lines[1], room))
          couplets.push({ lines, role: 'fact', order: 60 + at, tells: `name:${term}+name:${other}`, worth: -8 })
      }
  return couplets
}

import type { Song } from '../domain/song.js'
import { topicById } from '../knowledge/topics.js'
import { hearsFactsIn } from '../music/checks/facts-sung.js'

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** "N: first / second": the fact that it carries (from 1, 0 for none) and its lines. */
function readCouplet(couplet: string): { fact: number; lines: string[] } {
  const [, fact, text] = /^(\d+): (.*)$/.exec(couplet) ?? []
  return { fact: Number(fact ?? 0), lines: (text ?? '').split('/').map(plain) }
}

/**
 * Tells of a fact whether a song sings it: by its telling words, or because a line of the library is sung that was written for
 * just this fact, in words of its own ("A tree can't walk to find a treat").
 */
export function singsFacts(song: Song): (fact: string) => boolean {
  const lines = song.sections.flatMap((section) => section.lines.map(({ text }) => text))
  const isHeard = hearsFactsIn(lines)
  const topic = song.provenance.request.topicId ? topicById(song.provenance.request.topicId) : undefined
  if (!topic) return isHeard
  const sung = new Set(lines.map(plain))
  const couplets = Object.values(topic.couplets).flatMap((byRole) => Object.values(byRole).flat())
  const carried = new Set(
    couplets
      .map(readCouplet)
      .filter((couplet) => couplet.lines.some((line) => sung.has(line)))
      .map(({ fact }) => plain(topic.facts[fact - 1] ?? '')),
  )
  return (fact) => carried.has(plain(fact)) || isHeard(fact)
}

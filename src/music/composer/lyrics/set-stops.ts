import type { Lyrics } from '../../../domain/tasks.js'
import { countWords, gradeOf } from '../../words/reading-level.js'
import { sentencesOfSong } from '../../words/sentences.js'
import { joins, partings, type Restop } from './joints.js'

interface Wish {
  grade: number
  /** The words being taught: they count as easy ones. */
  terms: readonly string[]
  hook: string
}

type Stanza = readonly string[]

const keyOf = (stanza: Stanza): string => stanza.join('\n')

/** Each stanza once, however often it is sung. */
const distinct = (stanzas: readonly Stanza[]): Stanza[] => [
  ...new Map(stanzas.map((stanza) => [keyOf(stanza), stanza])).values(),
]

/** The stanzas with one of them changed, wherever it is sung. */
const changed = (stanzas: readonly Stanza[], old: Stanza, { lines }: Restop): Stanza[] =>
  stanzas.map((stanza) => (keyOf(stanza) === keyOf(old) ? lines : stanza))

/**
 * The same words with the stops that their grade can read: for the youngest each clause has its own, for older readers clauses
 * that belong together run on over two lines or four. The stop that a reader minds least is changed first, then the next, for as
 * long as the song comes nearer to its grade.
 */
export function setStops({ title, sections }: Lyrics, { grade, terms, hook }: Wish): Lyrics {
  let stanzas: readonly Stanza[] = sections.map(({ lines }) => lines)
  let sentences = sentencesOfSong(stanzas, hook)
  const count = countWords(sentences, terms)
  const off = (many: number) => Math.abs(gradeOf(count, many) - grade)
  for (;;) {
    const isEasy = gradeOf(count, sentences.length) < grade
    const [best] = distinct(stanzas)
      .flatMap((stanza) => (isEasy ? joins(stanza, hook) : partings(stanza)).map((restop) => ({ stanza, restop })))
      .sort((a, b) => a.restop.cost - b.restop.cost)
    if (!best) break
    const next = changed(stanzas, best.stanza, best.restop)
    const now = sentencesOfSong(next, hook)
    if (off(now.length) >= off(sentences.length)) break
    stanzas = next
    sentences = now
  }
  return { title, sections: sections.map(({ kind }, at) => ({ kind, lines: [...stanzas[at]!] })) }
}

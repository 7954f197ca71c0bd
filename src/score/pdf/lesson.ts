import type { Question, Song } from '../../domain/song.js'
import { genreNamed } from '../genre-names.js'
import { type Booklet, writingLine } from './booklet.js'

const depths: Record<Question['depth'], string> = { 1: 'Recall', 2: 'Explain', 3: 'Connect and judge' }

/** To write the answer on. */
const linesOf: Record<Question['depth'], number> = { 1: 1, 2: 2, 3: 3 }

const item = { tag: 'LBody', indent: 12 } as const

/** What there is to learn: theory at its bars, the blend, the topic's concepts, questions; the answers on a page by themselves. */
export function lesson(booklet: Booklet, { theory, blend, education }: Song): void {
  booklet.newPage()
  booklet.heading('Listen for the theory')
  for (const { concept, text, place } of theory) {
    booklet.write(place.bar ? `${concept} (bar ${place.bar})` : concept, {
      style: 'bold',
      tag: 'H3',
      after: 1,
      keep: 48,
    })
    booklet.write(text, { indent: 12 })
  }
  booklet.heading('How the genres meet')
  booklet.write(blend.summary)
  for (const { layer, genre, reason } of blend.layers)
    booklet.write(reason, { ...item, lead: `${layer[0]!.toUpperCase()}${layer.slice(1)}: ${genreNamed(genre)}.` })
  for (const { genre, text } of education.culturalLearning) {
    booklet.write(genreNamed(genre), { style: 'bold', tag: 'H3', after: 1, keep: 48 })
    booklet.write(text, { indent: 12 })
  }
  booklet.heading(`Key concepts: ${education.topic}`)
  for (const { term, meaning } of education.keyConcepts) booklet.write(meaning, { ...item, lead: `${term}:` })
  booklet.heading('Questions')
  for (const [at, { question, depth }] of education.questions.entries()) {
    const lines = linesOf[depth] ?? 1
    booklet.write(`${question} (${depths[depth]})`, { ...item, lead: `${at + 1}.`, keep: lines * writingLine })
    booklet.linesToWriteOn(lines, item.indent)
  }
  booklet.newPage()
  booklet.heading('For the teacher')
  for (const [at, { answer }] of education.questions.entries()) booklet.write(answer, { ...item, lead: `${at + 1}.` })
  for (const { code, text } of education.objectives) booklet.write(text, { ...item, lead: code })
}

import type { Question, Song } from '../../domain/song.js'
import { genreNamed } from '../genre-names.js'
import type { Booklet } from './booklet.js'

const depths: Record<Question['depth'], string> = { 1: 'Recall', 2: 'Explain', 3: 'Connect and judge' }

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
    booklet.write(`${layer[0]!.toUpperCase()}${layer.slice(1)}: ${genreNamed(genre)}. ${reason}`, item)
  for (const { genre, text } of education.culturalLearning) {
    booklet.write(genreNamed(genre), { style: 'bold', tag: 'H3', after: 1, keep: 48 })
    booklet.write(text, { indent: 12 })
  }
  booklet.heading(`Key concepts: ${education.topic}`)
  for (const { term, meaning } of education.keyConcepts) booklet.write(`${term}: ${meaning}`, item)
  booklet.heading('Questions')
  for (const [at, { question, depth }] of education.questions.entries())
    booklet.write(`${at + 1}. ${question} (${depths[depth]})`, { ...item, after: 10 })
  booklet.newPage()
  booklet.heading('For the teacher')
  for (const [at, { answer }] of education.questions.entries()) booklet.write(`${at + 1}. ${answer}`, item)
  for (const { code, text } of education.objectives) booklet.write(`${code}: ${text}`, item)
}

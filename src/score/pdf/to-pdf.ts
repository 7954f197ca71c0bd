import type { Song } from '../../domain/song.js'
import { engraveSong } from '../sheet/to-svg.js'
import { Booklet } from './booklet.js'
import { leadSheetPages } from './lead-sheet-pages.js'
import { lesson } from './lesson.js'
import { wordsAndChords } from './words-and-chords.js'

/** The song for the classroom, on A4: lead sheet, words with chords, theory, concepts, questions. Tagged, its text real text. */
export async function toPdf(song: Song): Promise<Uint8Array> {
  const { title, language, education } = song
  const engraving = await engraveSong(song)
  const booklet = new Booklet({ title, language, subject: education.topic })
  leadSheetPages(booklet, song, engraving)
  booklet.newPage()
  wordsAndChords(booklet, song)
  lesson(booklet, song)
  return booklet.finish(title)
}

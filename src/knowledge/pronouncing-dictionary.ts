import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/**
 * The CMU Pronouncing Dictionary. Its package is text in order, in the shape of a module: a line for each pronunciation,
 * `  "word": "W ER1 D",`, further ones right behind as `"word(2)"`. Imported it costs every thread 0.3 s to compile and 30 MB of
 * objects; as text it is there in milliseconds, and halving finds a word in microseconds.
 */
const file = createRequire(import.meta.url).resolve('cmu-pronouncing-dictionary')
const opening = '\n  "'
const mostPronunciations = 5
/** Characters from one mark to the next, and how far to look beyond them: a few words stand some lines beside their place. */
const apart = 1024
const beyond = 512

interface Dictionary {
  text: string
  /** The words that begin behind every so many characters, in order, and where. */
  marks: { word: string; at: number }[]
}

let opened: Dictionary | undefined

function open(): Dictionary {
  const text = readFileSync(file, 'latin1')
  const marks: Dictionary['marks'] = []
  for (let at = text.indexOf(opening); at >= 0; at = text.indexOf(opening, at + apart)) {
    const start = at + opening.length
    marks.push({ word: text.slice(start, text.indexOf('"', start)), at })
  }
  return { text, marks }
}

/** The lines about the place where a word would stand. */
function linesNear({ text, marks }: Dictionary, word: string): string {
  let low = 0
  let high = marks.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (marks[middle]!.word < word) low = middle
    else high = middle
  }
  return text.slice(Math.max(0, marks[low]!.at - beyond), (marks[high]?.at ?? text.length) + beyond)
}

/** Its pronunciations ("HH AH0 L OW1"), the usual one first; none for a word that it does not hold. Words are in lower case. */
export function entriesOf(word: string): string[] {
  opened ??= open()
  const near = linesNear(opened, word)
  const found: string[] = []
  for (let n = 1; n <= mostPronunciations; n++) {
    const key = `${opening}${n === 1 ? word : `${word}(${n})`}": "`
    const at = near.indexOf(key)
    if (at < 0) break
    found.push(near.slice(at + key.length, near.indexOf('"', at + key.length)))
  }
  return found
}

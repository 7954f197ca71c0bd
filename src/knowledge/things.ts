import { readdirSync, readFileSync } from 'node:fs'
import { stem } from './topics.js'

/** True short lines about a thing that facts name. See the README of src/knowledge/things. */
export interface Thing {
  name: string
  /** Stems of words of which a song must speak for the noun to mean this thing; none where it has one sense. */
  among: readonly string[]
  lines: readonly string[]
}

const folder = new URL('./things/', import.meta.url)
const byWord = new Map<string, Thing>()

/** "leaf|leaves: tree plant" names a thing by two forms, meant beside one of two words. */
function add(key: string, lines: readonly string[]): void {
  const [forms = '', beside = ''] = key.split(': ')
  const [name = '', ...others] = forms.split('|')
  const thing: Thing = { name, among: beside.split(' ').filter(Boolean).map(stem), lines }
  const plural = /(s|x|ch|sh)$/.test(name)
    ? `${name}es`
    : /[^aeiou]y$/.test(name)
      ? `${name.slice(0, -1)}ies`
      : `${name}s`
  for (const word of [name, plural, ...others]) byWord.set(word, thing)
}

for (const file of readdirSync(folder).filter((name) => name.endsWith('.json')))
  for (const [key, lines] of Object.entries(
    JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Record<string, string[]>,
  ))
    add(key, lines)

export const things: readonly Thing[] = [...new Set(byWord.values())]

const lines = new Set(things.flatMap((thing) => thing.lines))

/** Whether a sentence is one of these lines, which are sung as they were written. */
export const isThingLine = (sentence: string): boolean => lines.has(sentence.replace(/\.$/, ''))

/** The thing that a noun names, in singular or plural, in small letters. */
export const thingCalled = (word: string): Thing | undefined => byWord.get(word)

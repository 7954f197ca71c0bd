import { daleChall } from 'dale-chall'
import { ordinalWords, sayDecimal, sayNumber, sayYear } from './number-words.js'
import type { Phonemes } from './phonemes.js'
import { bareWord, pronunciations, soundsOf } from './sounds.js'

/** One sung word: as it stands under the notes, and as it sounds. */
export interface SpokenWord {
  text: string
  sounds: Phonemes
}

const letterNames: Record<string, string> = {
  a: 'EY1',
  b: 'B IY1',
  c: 'S IY1',
  d: 'D IY1',
  e: 'IY1',
  f: 'EH1 F',
  g: 'JH IY1',
  h: 'EY1 CH',
  i: 'AY1',
  j: 'JH EY1',
  k: 'K EY1',
  l: 'EH1 L',
  m: 'EH1 M',
  n: 'EH1 N',
  o: 'OW1',
  p: 'P IY1',
  q: 'K Y UW1',
  r: 'AA1 R',
  s: 'EH1 S',
  t: 'T IY1',
  u: 'Y UW1',
  v: 'V IY1',
  w: 'D AH1 B AH0 L Y UW0',
  x: 'EH1 K S',
  y: 'W AY1',
  z: 'Z IY1',
}
const signs: Record<string, string> = {
  '=': 'equals',
  '+': 'plus',
  '−': 'minus',
  '×': 'times',
  '÷': 'divided by',
  '&': 'and',
  '%': 'percent',
  '²': 'squared',
  '³': 'cubed',
  '½': 'one half',
  '¼': 'one fourth',
  '¾': 'three fourths',
  π: 'pi',
  '√': 'root',
  '<': 'less than',
  '>': 'more than',
  '→': 'to',
  '°': 'degrees',
}
const subscripts = '₀₁₂₃₄₅₆₇₈₉'
/** Short forms that are said as letters although they look like words. */
const spelled = new Set([
  'US',
  'UK',
  'UN',
  'EU',
  'USA',
  'DNA',
  'RNA',
  'ATP',
  'BC',
  'BCE',
  'CE',
  'AD',
  'TV',
  'PE',
  'AC',
  'DC',
  'PH',
])

const cache = new Map<string, SpokenWord[]>()
const word = (text: string): SpokenWord => ({ text, sounds: soundsOf(text)[0]! })
const words = (text: string): SpokenWord[] => text.split(' ').map(word)
const letter = (text: string): SpokenWord => ({ text, sounds: letterNames[text.toLowerCase()]!.split(' ') })

/** Short forms that are read as words, and words that someone wrote in capitals ("do NOT"). */
const readAsWords = new Set([
  'REM',
  'RAM',
  'ROM',
  'PIN',
  'SIM',
  'NASA',
  'NATO',
  'UNESCO',
  'UNICEF',
  'AIDS',
  'LASER',
  'RADAR',
  'SONAR',
  'SCUBA',
  'PEMDAS',
])
const familiar = new Set(daleChall)

function isAcronym(core: string): boolean {
  const letters = core.replaceAll('.', '').replace(/s$/, '')
  if (spelled.has(letters) || /^([A-Z]\.){2,}[A-Z]?$/.test(core)) return true
  if (!/^[A-Z]{2,5}$/.test(letters) || readAsWords.has(letters)) return false
  return (
    !familiar.has(letters.toLowerCase()) &&
    (letters.length <= 3 || !/[AEIOUY]/.test(letters) || pronunciations(letters).length === 0)
  )
}

/** Letters one by one, runs of digits as numbers, signs by name: "H2O", "C6H12O6", "mc²", "x+1". */
function formula(core: string): SpokenWord[] {
  return (core.match(/\d+|[A-Za-z]|[^\sA-Za-z\d]/g) ?? []).flatMap((part) => {
    if (/\d/.test(part)) return words(sayNumber(Number(part)))
    if (/[a-z]/i.test(part)) return [letter(part)]
    return Object.hasOwn(signs, part) ? words(signs[part]!) : []
  })
}

function number(core: string): SpokenWord[] | undefined {
  const found = /^(\$|€|£)?([\d,]*\d(?:\.\d+)?)(st|nd|rd|th|s|%|°[CF]?)?$/.exec(core)
  if (!found) return undefined
  const [, money, digits = '', tail = ''] = found
  const value = Number(digits.replaceAll(',', ''))
  if (!Number.isFinite(value) || value > 1e15) return formula(core)
  const isYear = /^1[1-9]\d\d$|^20[0-9]\d$/.test(digits) && !money
  if (/^(st|nd|rd|th)$/.test(tail)) return words(ordinalWords(value))
  const said = digits.includes('.') ? sayDecimal(digits) : isYear && tail !== '%' ? sayYear(value) : sayNumber(value)
  if (tail === 's') return words(`${said.replace(/y$/, 'ie')}s`)
  if (tail === '%') return words(`${said} percent`)
  if (tail.startsWith('°')) return [...words(`${said} degrees`), ...(tail[1] ? [letter(tail[1])] : [])]
  const coins: Record<string, string> = { $: 'dollars', '€': 'euros', '£': 'pounds' }
  return words(money ? `${said} ${coins[money]}` : said)
}

function speak(written: string): SpokenWord[] {
  const plain = written.replace(/[₀-₉]/g, (digit) => String(subscripts.indexOf(digit)))
  const lead = /^[("'“‘[¿¡]*/.exec(plain)![0]
  const tail = /[)"'”’\].,;:!?…]*$/.exec(plain.slice(lead.length))![0]
  const core = plain.slice(lead.length, plain.length - tail.length)
  if (core === '') return []
  const asNumber = number(core)
  if (asNumber) return asNumber
  if (
    /[²³√°]|[A-Za-z]\d|\d[A-Za-z]|^[^\p{L}\d]+$|[A-Za-z\d][=+×÷<>→]/u.test(core) &&
    /^[\p{ASCII}²³√°×÷→π−½¼¾]+$/u.test(core)
  )
    return formula(core)
  if (core === 'pH') return [letter('p'), letter('H')]
  if (isAcronym(core)) {
    const letters = Array.from(core.replace(/[^A-Za-z]/g, ''))
    const plural = letters.length > 2 && letters.at(-1) === 's' ? letters.pop() : undefined
    const spoken = letters.map(letter)
    const last = spoken.at(-1)
    if (plural && last) spoken[spoken.length - 1] = { text: `${last.text}s`, sounds: [...last.sounds, 'Z'] }
    return spoken
  }
  if (bareWord(core) === '') return Object.hasOwn(signs, core) ? words(signs[core]!) : []
  return [{ text: written, sounds: soundsOf(core)[0]! }]
}

/** What is sung for one written word: itself, or the words that a number, an acronym or a formula is read as. */
export function spokenWords(written: string): SpokenWord[] {
  let spoken = cache.get(written)
  if (!spoken) {
    spoken = speak(written)
    if (cache.size > 20_000) cache.clear()
    cache.set(written, spoken)
  }
  return spoken
}

import type { SkillLevel } from '../../../domain/mashup-request.js'
import { syllabify } from '../../words/syllabify.js'

const numbers = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]

/** Why a hook can be sung, from its own syllables, stresses and last sound, in the words of the level. */
export function reasonFor(text: string, level: SkillLevel): string {
  const syllables = syllabify(text)
  const strong = syllables.filter(({ stress }) => stress > 0)
  const last = syllables.at(-1)
  const count = numbers[syllables.length] ?? String(syllables.length)
  const heavy = strong.map((syllable) => syllable.text.replace(/[^\p{L}\p{N}'’]/gu, '')).filter(Boolean)
  const end = last?.text.replace(/[^\p{L}\p{N}'’]/gu, '') ?? ''
  if (level === 'beginner')
    return last?.open
      ? `It is short, ${count} syllables, and you can hold "${end}" for a long note.`
      : `It is short, ${count} syllables, and "${end}" stops it neatly, like a clap.`
  const close = last?.open
    ? `the open vowel of "${end}" carries a long high note`
    : `the closed end of "${end}" gives it a clear stop`
  if (level === 'intermediate')
    return `${count.charAt(0).toUpperCase()}${count.slice(1)} syllables with the beat on ${heavy
      .slice(0, 4)
      .map((part) => `"${part}"`)
      .join(', ')}; ${close}.`
  const rhythm = syllables.map(({ stress }) => (stress > 0 ? '/' : 'x')).join(' ')
  return `${count.charAt(0).toUpperCase()}${count.slice(1)} syllables, stressed ${rhythm}: ${strong.length} strong places for the motif to land on, and ${close}.`
}

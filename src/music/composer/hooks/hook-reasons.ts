import type { SkillLevel } from '../../../domain/mashup-request.js'
import { numberWord } from '../../blend/hear-groove.js'
import { syllabify } from '../../words/syllabify.js'

/** What each kind of idea does for a song. */
const gains: readonly (readonly [RegExp, string])[] = [
  [/call and answer/i, 'two halves of the class can sing it to each other'],
  [/question|riddle|asks/i, 'a question makes the class want the answer, and the verses give it'],
  [/surprise|twist|paradox|joke/i, 'a surprise is remembered'],
  [/image|picture|comparison|metaphor|scene/i, 'a picture is easier to keep than a rule'],
  [/call|invitation|action|do it/i, 'a call makes singers join in'],
  [/feeling|gratitude|wonder|warning|promise|hope|fear|pride/i, 'a feeling ties the facts together'],
  [/key term|key word|name|rhythm/i, 'the word that must be learned comes back in every chorus'],
  [/rule|process|steps|order|count|number/i, 'the rule itself is sung until it sits'],
]
const plainGain = 'what must be learned comes back in every chorus'

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** The idea of a hook in one sentence: what it is and what that is good for. */
function whyThis(idea: string): string {
  const gain = gains.find(([sign]) => sign.test(idea))?.[1] ?? plainGain
  return `${capital(idea.replace(/[.!]+$/, ''))}: ${gain}.`.replace(/: (.*): /, ', $1: ')
}

/** Why a hook was thought of, and why it can be sung: from its idea, syllables, stresses and last sound, in the words of the level. */
export function reasonFor({ text, idea }: { text: string; idea: string }, level: SkillLevel): string {
  return `${whyThis(idea)} ${whyItSings(text, level)}`
}

function whyItSings(text: string, level: SkillLevel): string {
  const syllables = syllabify(text)
  const strong = syllables.filter(({ stress }) => stress > 0)
  const last = syllables.at(-1)
  const count = numberWord(syllables.length)
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

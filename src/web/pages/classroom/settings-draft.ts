import type { AssignmentSettings, AssignmentSettingsInput } from '../../../domain/assignment.js'
import type { Topic } from '../../../domain/topic.js'
import type { Problem } from '../../api/problem.js'
import { asSentence } from './words.js'

/** An assignment's settings as they stand in the form. */
export interface SettingsDraft {
  title: string
  topic: string
  instructions: string
  keyTerms: string
  facts: string
  /** What the library filled in, to tell it from what the teacher wrote. */
  filled: string
  genres: (string | null)[]
  skillLevel: 'free' | 'beginner' | 'intermediate' | 'advanced'
  gradeLevel: string
  mode: 'alone' | 'groups'
  size: string
  showNames: boolean
  points: string
}

export const emptySettings: SettingsDraft = {
  title: '',
  topic: '',
  instructions: '',
  keyTerms: '',
  facts: '',
  filled: '',
  genres: [null, null],
  skillLevel: 'free',
  gradeLevel: '6',
  mode: 'alone',
  size: '3',
  showNames: true,
  points: '10',
}

export const draftOf = (settings: AssignmentSettings): SettingsDraft => ({
  title: settings.title ?? '',
  topic: settings.topic,
  instructions: settings.instructions,
  keyTerms: settings.keyTerms.join(', '),
  facts: settings.facts.join('\n'),
  filled: '',
  genres: [settings.genres[0] ?? null, settings.genres[1] ?? null, ...settings.genres.slice(2)],
  skillLevel: settings.skillLevel ?? 'free',
  gradeLevel: String(settings.gradeLevel),
  mode: settings.mode.kind,
  size: settings.mode.kind === 'groups' ? String(settings.mode.size) : '3',
  showNames: settings.showNames,
  points: String(settings.points),
})

const listed = (text: string, mark: RegExp): string[] =>
  text
    .split(mark)
    .map((part) => part.trim())
    .filter(Boolean)
/** "8,5" is how half of Europe writes it. */
const numberOf = (text: string): number => Number(text.trim().replace(',', '.') || Number.NaN)

export const settingsOf = (draft: SettingsDraft): AssignmentSettingsInput => ({
  ...(draft.title.trim() && { title: draft.title.trim() }),
  topic: draft.topic.trim(),
  instructions: draft.instructions.trim(),
  keyTerms: listed(draft.keyTerms, /[,;\n]/),
  facts: listed(draft.facts, /\n/),
  genres: draft.genres.filter((genre) => genre !== null),
  skillLevel: draft.skillLevel === 'free' ? null : draft.skillLevel,
  gradeLevel: numberOf(draft.gradeLevel),
  mode: draft.mode === 'alone' ? { kind: 'alone' } : { kind: 'groups', size: numberOf(draft.size) },
  showNames: draft.showNames,
  points: numberOf(draft.points),
})

export type Troubles = Partial<Record<keyof SettingsDraft, string>>

/** What each part of the form is given. */
export interface SettingsPart {
  draft: SettingsDraft
  onChange: (change: Partial<SettingsDraft>) => void
  wrong: Troubles
}

/** What the form itself can tell, in words for the field. */
export function missingFrom({ topic, gradeLevel, mode, size, points }: SettingsDraft): Troubles {
  const whole = (text: string, from: number, to: number) =>
    Number.isInteger(numberOf(text)) && numberOf(text) >= from && numberOf(text) <= to
  return {
    ...(!topic.trim() && { topic: 'What is the song to be about? A word or two is enough.' }),
    ...(!whole(gradeLevel, 1, 12) && { gradeLevel: 'School grades go from 1 to 12.' }),
    ...(mode === 'groups' && !whole(size, 2, 10) && { size: 'Groups have 2 to 10 students.' }),
    ...(!(numberOf(points) > 0 && numberOf(points) <= 1000) && { points: 'Points are a number above 0, up to 1000.' }),
  }
}

/** The first words of a word or a fact: enough to find it in its field by. */
const inBrief = (text: string): string => (text.length > 40 ? `${text.slice(0, 38).trimEnd()} …` : text)

/** The service's faults by field, each with the word or the fact that it is about; what has no field here is said above the form. */
export function troublesOf({ faults }: Problem, draft: SettingsDraft): Troubles {
  const { keyTerms = [], facts = [] } = settingsOf(draft)
  const lists: Record<string, string[]> = { keyTerms, facts }
  const troubles: Troubles = {}
  for (const { at, message } of faults) {
    const [, name = '', place] = at.split('/')
    const field = (name === 'mode' ? 'size' : name) as keyof SettingsDraft
    if (!(field in emptySettings)) continue
    const part = place === undefined ? undefined : lists[name]?.[Number(place)]
    const said = part ? `“${inBrief(part)}”: ${asSentence(message)}` : asSentence(message)
    troubles[field] = troubles[field] ? `${troubles[field]} ${said}` : said
  }
  return troubles
}

/** Terms and facts of the library's topic, where the teacher has written none of their own. */
export function filledFrom(draft: SettingsDraft, topic: Topic): Partial<SettingsDraft> {
  const own = (text: string) => text.trim() !== '' && draft.filled === ''
  const [low, high] = topic.grades
  const grade = numberOf(draft.gradeLevel)
  return {
    filled: topic.name,
    ...(!own(draft.keyTerms) && {
      keyTerms: topic.terms
        .slice(0, 6)
        .map(({ term }) => term)
        .join(', '),
    }),
    ...(!own(draft.facts) && { facts: topic.facts.slice(0, 6).join('\n') }),
    ...((grade < low || grade > high) && { gradeLevel: String(Math.min(high, Math.max(low, grade || low))) }),
  }
}

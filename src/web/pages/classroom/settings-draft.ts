import type { AssignmentSettings, AssignmentSettingsInput } from '../../../domain/assignment.js'
import type { SkillLevel } from '../../../domain/mashup-request.js'
import type { Topic } from '../../../domain/topic.js'
import { found, missing, type Troubles, unread } from '../request/troubles.js'
import { type RequestDraft, read, written, draftOf as writtenOf } from '../request/written.js'

/** An assignment's settings as they stand in the form. */
export interface SettingsDraft extends RequestDraft {
  title: string
  instructions: string
  /** What the library filled in, to tell it from what the teacher wrote. */
  filled: string
  skillLevel: 'free' | SkillLevel
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
  ...emptySettings,
  ...writtenOf(settings),
  title: settings.title ?? '',
  instructions: settings.instructions,
  skillLevel: settings.skillLevel ?? 'free',
  mode: settings.mode.kind,
  ...(settings.mode.kind === 'groups' && { size: String(settings.mode.size) }),
  showNames: settings.showNames,
  points: String(settings.points),
})

/** "8,5" is how half of Europe writes it. */
const numberOf = (text: string): number => Number(text.trim().replace(',', '.') || Number.NaN)

export const settingsOf = (draft: SettingsDraft): AssignmentSettingsInput => ({
  ...read(draft),
  ...(draft.title.trim() && { title: draft.title.trim() }),
  topic: draft.topic.trim(),
  instructions: draft.instructions.trim(),
  skillLevel: draft.skillLevel === 'free' ? null : draft.skillLevel,
  mode: draft.mode === 'alone' ? { kind: 'alone' } : { kind: 'groups', size: numberOf(draft.size) },
  showNames: draft.showNames,
  points: numberOf(draft.points),
})

/** What the form itself can tell, in words for the field. */
export function missingFrom(draft: SettingsDraft): Troubles<SettingsDraft> {
  const [size, points] = [numberOf(draft.size), numberOf(draft.points)]
  const isSize = Number.isInteger(size) && size >= 2 && size <= 10
  return found<SettingsDraft>({
    topic: missing.topic(draft),
    gradeLevel: unread('gradeLevel', draft.gradeLevel),
    size: draft.mode === 'groups' && !isSize && 'Groups have 2 to 10 students.',
    points: !(points > 0 && points <= 1000) && 'Points are a number above 0, up to 1000.',
  })
}

/** Terms and facts of the library's topic, where the teacher has written none of their own. */
export function filledFrom(draft: SettingsDraft, topic: Topic): Partial<SettingsDraft> {
  const own = (text: string) => text.trim() !== '' && draft.filled === ''
  const [low, high] = topic.grades
  const grade = written.gradeLevel.read(draft.gradeLevel) ?? 0
  return {
    filled: topic.name,
    ...(!own(draft.keyTerms) && { keyTerms: written.keyTerms.write(topic.terms.slice(0, 6).map(({ term }) => term)) }),
    ...(!own(draft.facts) && { facts: written.facts.write(topic.facts.slice(0, 6)) }),
    ...((grade < low || grade > high) && { gradeLevel: String(Math.min(high, Math.max(low, grade))) }),
  }
}

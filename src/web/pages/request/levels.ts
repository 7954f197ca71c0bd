import type { SkillLevel } from '../../../domain/mashup-request.js'

/** How much music a song asks for, in words. */
export const levelWords: Record<SkillLevel, string> = {
  beginner: 'Starting out',
  intermediate: 'Getting on',
  advanced: 'Far along',
}

const details: Record<SkillLevel, string> = {
  beginner: 'Few chords, easy to sing',
  intermediate: 'More chords, a wider tune',
  advanced: 'Rich chords, bold leaps',
}

/** To choose from. */
export const levels = (Object.keys(levelWords) as SkillLevel[]).map((level) => ({
  value: level,
  name: levelWords[level],
  detail: details[level],
}))

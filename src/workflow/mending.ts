import type { Finding } from '../domain/finding.js'
import type { SongPart } from '../domain/song.js'
import type { TaskName } from '../domain/tasks.js'

/**
 * Which agent can mend what a rule finds. Notes are set by code to plan and words: what is wrong with a tune is mended by
 * other words or, where the chords or the key are the cause, by another plan. All other rules are about the words.
 */
export const menders: Readonly<Record<string, TaskName>> = {
  'chord-spelling': 'genre_analyzer',
  'chord-explained': 'genre_analyzer',
  cadence: 'genre_analyzer',
  form: 'genre_analyzer',
  'section-length': 'genre_analyzer',
  'song-length': 'genre_analyzer',
  range: 'genre_analyzer',
  'hook-length': 'hook_generator',
  'hook-open-vowel': 'hook_generator',
  'asked-for-education': 'educational_context',
  'asked-for-blend': 'genre_analyzer',
  'asked-for-hooks': 'hook_generator',
  'asked-for-lyrics': 'lyrics_composer',
  'asked-for-theory': 'theory_integrator',
}

/** The rule of a finding that is a wish of the group. */
export const askedFor = (part: SongPart): string => `asked-for-${part}`

export const menderOf = ({ rule }: Pick<Finding, 'rule'>): TaskName => menders[rule] ?? 'lyrics_composer'

/** Remarks that ask for nothing are for people to read, not for agents to act on. */
const asksForMore = ({ severity }: Finding): boolean => severity !== 'info'

export const findingsFor = (task: TaskName, findings: readonly Finding[]): Finding[] =>
  findings.filter((finding) => asksForMore(finding) && menderOf(finding) === task)

/** The agents that the findings name, each once. */
export const agentsNamed = (findings: readonly Finding[]): TaskName[] => [
  ...new Set(findings.filter(asksForMore).map(menderOf)),
]

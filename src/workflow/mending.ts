import type { Finding } from '../domain/finding.js'
import type { SongPart } from '../domain/song.js'
import type { TaskName } from '../domain/tasks.js'

/** Which agent can mend what a rule finds. Notes are made by code of plan and words, so other words or chords mend them. */
const menders: Readonly<Record<string, TaskName>> = {
  'asked-for-education': 'educational_context',
  'asked-for-blend': 'genre_analyzer',
  'asked-for-hooks': 'hook_generator',
  'asked-for-lyrics': 'lyrics_composer',
  'asked-for-theory': 'theory_integrator',
}

/** The rule of a finding that is a wish of the group. */
export const askedFor = (part: SongPart): string => `asked-for-${part}`

/** A rule that is not in the table is taken to be about the words: most are. */
export const menderOf = ({ rule }: Pick<Finding, 'rule'>): TaskName => menders[rule] ?? 'lyrics_composer'

/** Remarks that ask for nothing are for people to read, not for agents to act on. */
const asksForMore = ({ severity }: Finding): boolean => severity !== 'info'

export const findingsFor = (task: TaskName, findings: readonly Finding[]): Finding[] =>
  findings.filter((finding) => asksForMore(finding) && menderOf(finding) === task)

/** The agents that the findings name, each once. */
export const agentsNamed = (findings: readonly Finding[]): TaskName[] => [
  ...new Set(findings.filter(asksForMore).map(menderOf)),
]

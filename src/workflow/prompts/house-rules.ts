import { fence, fenceRule } from '../../domain/fence.js'
import type { SkillLevel } from '../../domain/mashup-request.js'
import type { Topic } from '../../domain/topic.js'
import { topicById } from '../../knowledge/topics.js'
import type { Prompt } from '../../ports.js'

const musician: Record<SkillLevel, string> = {
  beginner: 'The class is new to music theory: explain every musical word you use, and keep to the plainest ones.',
  intermediate: 'The class knows notes, chords and keys, and can read a lead sheet.',
  advanced: 'The class knows functional harmony and song form, and likes to be challenged.',
}

/** What every agent is told of its readers and of its manners. All of it is ours; what people wrote is in the material. */
const houseRules = ({ gradeLevel, skillLevel }: { gradeLevel: number; skillLevel: SkillLevel }): string[] => [
  `You write for students of school grade ${gradeLevel} (about ${gradeLevel + 5} years old). Use words they know; a key term of the subject may be harder than that.`,
  musician[skillLevel],
  'Write in the language whose BCP 47 tag is "language" in the material.',
  'Be true: use the facts given, and leave out what you are not sure of. Be kind: nothing frightening, rude, or about real living people.',
  'Never imitate a named artist, and never quote existing songs or poems.',
  fenceRule,
  'If the material lists "findings", your last try had these faults: put them right and keep what was good.',
  'Answer with one JSON object of the given schema and nothing else.',
]

/** A finding as a model needs it. */
const toldOf = (findings: readonly { place: object; evidence: string; suggestion: string }[]) =>
  findings.slice(0, 12).map(({ place, evidence, suggestion }) => ({ place, wrong: evidence, better: suggestion }))

/** What every agent's input says of who is written for, of what, and of what was wrong the last time. */
interface Asked {
  language: string
  topic: string
  gradeLevel: number
  skillLevel: SkillLevel
  findings: Parameters<typeof toldOf>[0]
}

/** A prompt of the house: what an agent is told of its task, and the material that it works on. */
export const promptOf = (input: Asked, task: readonly string[], material: object): Prompt => ({
  system: [...task, ...houseRules(input)].join('\n'),
  material: fence({
    language: input.language,
    topic: input.topic,
    ...material,
    findings: toldOf(input.findings),
  }),
})

/** What the library holds of the topic. */
export const libraryTopic = ({ topicId }: { topicId: string | null }): Topic | undefined =>
  topicId === null ? undefined : topicById(topicId)

/** Leaves room in a small model's context: a class may hand in two hundred facts. */
export const some = <T>(list: readonly T[], most = 24): T[] => list.slice(0, most)

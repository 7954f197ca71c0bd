import type { MashupRequestInput, SkillLevel } from '../../../domain/mashup-request.js'
import type { Song } from '../../../domain/song.js'
import type { TopicInBrief } from '../../api/library.js'
import { found, missing, type Troubles, unread } from '../request/troubles.js'
import { topicNamed } from '../request/use-library.js'
import { type RequestDraft, read, written, draftOf as writtenOf } from '../request/written.js'

/** What has been written and chosen so far, as it stands in the form. */
export interface Draft extends RequestDraft {
  skillLevel: SkillLevel
  seed: string
}

export const emptyDraft: Draft = {
  topic: '',
  genres: [null, null],
  skillLevel: 'beginner',
  gradeLevel: '',
  keyTerms: '',
  facts: '',
  seed: '',
}

/** What is missing before a song can be asked for. Grade and seed may stay empty. */
export function missingFrom(draft: Draft): Troubles<Draft> {
  const { gradeLevel, seed } = draft
  return found<Draft>({
    topic: missing.topic(draft),
    genres: missing.genres(draft),
    gradeLevel: gradeLevel.trim() && unread('gradeLevel', gradeLevel),
    seed: seed.trim() && unread('seed', seed),
  })
}

/** The draft as a request: a topic of the library by its name. A seed is drawn where none is given, so that "again" can ask for another. */
export function requestOf(draft: Draft, topics: readonly TopicInBrief[]): MashupRequestInput {
  const topic = topicNamed(draft.topic, topics)
  return {
    ...read(draft),
    prompt: draft.topic.trim(),
    ...(topic && { topic: topic.name }),
    skillLevel: draft.skillLevel,
    seed: written.seed.read(draft.seed) ?? anySeed(),
  }
}

const anySeed = (): number => Math.floor(Math.random() * 1_000_000)

/** The same wishes that a song was made of, with another seed; a hook that was chosen was one of that song's. */
export function againRequest({ provenance }: Song): MashupRequestInput {
  const { topicId: _, hook: __, ...request } = provenance.request
  return { ...request, seed: anySeed() }
}

/** The same song around another of its hooks. */
export function hookRequest({ provenance }: Song, hook: string): MashupRequestInput {
  const { topicId: _, ...request } = provenance.request
  return { ...request, hook }
}

/** The form as it would have been filled in for a song. */
export function draftOf({ provenance, skillLevel, gradeLevel }: Song): Draft {
  const { prompt, topic, topicId, ...request } = provenance.request
  return { ...writtenOf({ ...request, topic: topicId ? topic : prompt, gradeLevel }), skillLevel, seed: '' }
}

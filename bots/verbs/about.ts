import { skillLevelSchema, skillLevels } from '../../src/domain/mashup-request.js'
import { type SessionRequest, sessionRequestSchema } from '../../src/domain/session/commands.js'
import { actionId } from '../action-id.js'
import type { Field } from '../card.js'
import type { Verb } from './verb.js'

type About = Partial<Pick<SessionRequest, 'topic' | 'genres' | 'skillLevel'>>

const { shape } = sessionRequestSchema
const levelNames = { beginner: 'Beginner', intermediate: 'Intermediate', advanced: 'Advanced' } as const

/** What a song is about, as it is asked for in a dialog; without what the teacher has settled. */
export function aboutFields(now: About = {}, settled: readonly string[] = []): Field[] {
  const fields: Field[] = [
    {
      name: 'topic',
      label: 'What is the song about?',
      kind: 'line',
      value: now.topic ?? '',
      hint: 'Something you study, such as photosynthesis',
      max: 120,
    },
    {
      name: 'genres',
      label: 'Which kinds of music?',
      kind: 'line',
      value: now.genres?.join(', ') ?? '',
      hint: 'Two or more, such as trap, baroque; or leave it empty',
      max: 200,
      isOptional: true,
    },
    {
      name: 'level',
      label: 'How hard may it be?',
      kind: 'choice',
      choices: skillLevels.map((value) => ({ value, label: levelNames[value] })),
      value: now.skillLevel ?? 'intermediate',
      isOptional: true,
    },
  ]
  const known: Record<string, string> = { topic: 'topic', level: 'skillLevel' }
  return fields.filter(({ name }) => !settled.includes(known[name] ?? ''))
}

/** What was typed; `faults` by field, or `null`. A field that was left out is not changed. */
export function parseAbout(fields: Record<string, string>): { request: About; faults: Record<string, string> | null } {
  const faults: Record<string, string> = {}
  const request: About = {}
  if (fields.topic !== undefined) {
    const parsed = shape.topic.safeParse(fields.topic)
    if (parsed.success) request.topic = parsed.data
    else
      faults.topic = fields.topic.trim().length > 120 ? 'At most 120 characters.' : 'Say what the song is to be about.'
  }
  if (fields.genres?.trim()) {
    const parsed = shape.genres.safeParse(
      fields.genres
        .split(/\s*(?:,|\bx\b|×)\s*/iu)
        .map((name) => name.trim())
        .filter(Boolean),
    )
    if (parsed.success) request.genres = parsed.data
    else faults.genres = 'At most four kinds of music, each of at most 60 characters.'
  }
  if (fields.level) {
    const parsed = skillLevelSchema.safeParse(fields.level.toLowerCase())
    if (parsed.success) request.skillLevel = parsed.data
    else faults.level = `One of ${skillLevels.join(', ')}.`
  }
  return { request, faults: Object.keys(faults).length > 0 ? faults : null }
}

/** Says what the song is to be about, while the group is getting together. */
export const about: Verb = {
  async form(scene, { session: named, via }) {
    if (via === 'form') return null
    const { session, view } = await scene.session(named)
    return {
      id: actionId('about', session),
      title: 'Our song',
      fields: aboutFields(view.request, view.settled.fields),
      submit: 'Save',
    }
  },
  faults: ({ fields }) => parseAbout(fields).faults,
  async serve(scene, { session: named, fields }) {
    const { actor, session } = await scene.session(named)
    const { view } = await scene.give(actor, session, { type: 'setRequest', request: parseAbout(fields).request })
    const { topic, genres: kinds } = view.request
    return { text: `The song is to be about ${topic}${kinds.length > 0 ? `, in ${kinds.join(' and ')}` : ''}.` }
  },
}

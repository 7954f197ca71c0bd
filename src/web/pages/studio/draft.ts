import { useEffect, useState } from 'react'
import type { MashupRequestInput, SkillLevel } from '../../../domain/mashup-request.js'
import type { Song } from '../../../domain/song.js'

/** What has been written and chosen so far, as it stands in the form: nothing of it is lost when the page is loaded anew. */
export interface Draft {
  about: string
  /** A topic of the library by its name, where one was chosen as it is. */
  topic: string
  genres: (string | null)[]
  level: SkillLevel
  grade: string
  keyTerms: string
  facts: string
  seed: string
}

export const emptyDraft: Draft = {
  about: '',
  topic: '',
  genres: [null, null],
  level: 'beginner',
  grade: '',
  keyTerms: '',
  facts: '',
  seed: '',
}

const place = 'lmm.draft'

function kept(): Draft {
  try {
    return { ...emptyDraft, ...(JSON.parse(sessionStorage.getItem(place) ?? '{}') as Partial<Draft>) }
  } catch {
    return emptyDraft
  }
}

export function useDraft(): [Draft, (change: Partial<Draft>) => void] {
  const [draft, setDraft] = useState(kept)
  useEffect(() => {
    try {
      sessionStorage.setItem(place, JSON.stringify(draft))
    } catch {
      // A browser that keeps nothing still makes songs.
    }
  }, [draft])
  return [draft, (change) => setDraft((before) => ({ ...before, ...change }))]
}

const listed = (text: string, mark: RegExp): string[] =>
  text
    .split(mark)
    .map((part) => part.trim())
    .filter(Boolean)

export type Troubles = Partial<Record<keyof Draft, string>>

/** What is missing before a song can be asked for, in words for the field it is missing from. */
export function missingFrom({ about, genres, grade, seed }: Draft): Troubles {
  const whole = (text: string, max: number) => /^\d*$/.test(text.trim()) && Number(text) <= max
  return {
    ...(!about.trim() && { about: 'What should the song be about? A word or two is enough.' }),
    ...(genres.filter(Boolean).length < 2 && {
      genres: 'Pick two kinds of music. They may be as different as you like.',
    }),
    ...((!whole(grade, 12) || grade.trim() === '0') && {
      grade: 'School grades go from 1 to 12. Leave it empty if you are not sure.',
    }),
    ...(!whole(seed, 2 ** 32 - 1) && { seed: 'A seed is a whole number, such as 7. Leave it empty for a surprise.' }),
  }
}

/** The draft as a request. A seed is drawn where none is given, so that "again" can ask for another. */
export function requestOf(draft: Draft): MashupRequestInput {
  const keyTerms = listed(draft.keyTerms, /[,\n;]/)
  const facts = listed(draft.facts, /\n/)
  return {
    prompt: draft.about.trim(),
    ...(draft.topic && { topic: draft.topic }),
    genres: draft.genres.filter((genre) => genre !== null),
    skillLevel: draft.level,
    ...(draft.grade.trim() && { gradeLevel: Number(draft.grade) }),
    ...(keyTerms.length > 0 && { keyTerms }),
    ...(facts.length > 0 && { facts }),
    seed: draft.seed.trim() ? Number(draft.seed) : anySeed(),
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
  const { prompt, topic, topicId, genres, keyTerms, facts } = provenance.request
  return {
    about: topicId ? topic : prompt,
    topic: topicId ? topic : '',
    genres: [genres[0] ?? null, genres[1] ?? null],
    level: skillLevel,
    grade: String(gradeLevel),
    keyTerms: keyTerms.join(', '),
    facts: facts.join('\n'),
    seed: '',
  }
}

const fields: [RegExp, keyof Draft][] = [
  [/^\/(prompt|topic)/, 'about'],
  [/^\/genres/, 'genres'],
  [/^\/gradeLevel/, 'grade'],
  [/^\/keyTerms/, 'keyTerms'],
  [/^\/facts/, 'facts'],
  [/^\/seed/, 'seed'],
]

/** Which of the service's faults belong to which field of the form; the rest is nobody's. */
export function troublesOf(faults: readonly { at: string; message: string }[]): Troubles {
  const troubles: Troubles = {}
  for (const { at, message } of faults) {
    const field = fields.find(([pattern]) => pattern.test(at))?.[1]
    if (field) troubles[field] ??= /[.!?]$/.test(message) ? message : `This ${message}.`
  }
  return troubles
}

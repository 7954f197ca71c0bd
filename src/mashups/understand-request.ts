import type { MashupRequest, MashupRequestInput, SkillLevel } from '../domain/mashup-request.js'
import type { Topic } from '../domain/topic.js'
import { AppError } from '../errors.js'
import { findGenre } from '../knowledge/genres.js'
import { findTopic } from '../knowledge/topics.js'
import { factsToSing } from '../music/composer/compose-education.js'
import { type Borrowing, borrowing } from '../music/words/borrowing.js'
import { longDeadAsGenre } from '../music/words/long-dead.js'
import { personalData } from '../music/words/personal-data.js'
import { unsafeWords } from '../music/words/safety.js'
import { findSubject } from './find-subject.js'
import { settleGenres } from './settle-genres.js'
import { settleHook } from './settle-hook.js'

const usualGrade: Record<SkillLevel, number> = { beginner: 4, intermediate: 7, advanced: 10 }

const gradeInText = (text: string): number | undefined => {
  const found = /\bgrade (\d{1,2})\b|\b(\d{1,2})(?:st|nd|rd|th)[- ]grade/iu.exec(text)
  const grade = Number(found?.[1] ?? found?.[2])
  return grade >= 1 && grade <= 12 ? grade : undefined
}

const levelOfGrade = (grade: number): SkillLevel => (grade <= 4 ? 'beginner' : grade <= 8 ? 'intermediate' : 'advanced')

const gradeFor = (level: SkillLevel, topic: Topic | undefined): number =>
  topic ? Math.min(topic.grades[1], Math.max(topic.grades[0], usualGrade[level])) : usualGrade[level]

/** Whether a text can be sung in English letters; marks on them are welcome, and so are numbers ("1776"). */
const isLatin = (text: string): boolean => {
  const letters = text.match(/\p{L}/gu) ?? []
  return (
    /[\p{L}\d]/u.test(text) &&
    letters.filter((letter) => /\p{Script=Latin}/u.test(letter)).length >= letters.length * 0.7
  )
}

function distinct(texts: readonly string[]): string[] {
  const seen = new Set<string>()
  return texts.filter((text) => {
    const key = text
      .toLowerCase()
      .replace(/[\s.,;:!?]+/gu, ' ')
      .trim()
    return key !== '' && !seen.has(key) && seen.add(key)
  })
}

/** Every text of a request that a song could come to hold, by where it stands. */
const textsOf = ({
  prompt,
  topic,
  hook,
  keyTerms,
  facts,
  learningObjectives,
}: MashupRequestInput): [string, string][] => [
  ['/prompt', prompt],
  ['/topic', topic ?? ''],
  ['/hook', hook ?? ''],
  ...(keyTerms ?? []).map((text, at): [string, string] => [`/keyTerms/${at}`, text]),
  ...(facts ?? []).map((text, at): [string, string] => [`/facts/${at}`, text]),
  ...(learningObjectives ?? []).map((text, at): [string, string] => [`/learningObjectives/${at}`, text]),
]

const borrowingMessage: Record<Borrowing, string> = {
  artist_style: "We do not copy an artist's style. Name two genres you like in their music, and we will blend those.",
  existing_lyrics:
    'We do not use the words or the tune of a song there is. Tell us your topic, and we will write new ones.',
}

/** Rejects with `artist_style` or `existing_lyrics`; each text with where it stands. */
export function refuseBorrowing(texts: readonly [string, string][]): void {
  for (const [at, text] of texts) {
    const borrowed = borrowing(text, (name) => findGenre(name) !== undefined)
    if (!borrowed) continue
    const message = borrowingMessage[borrowed]
    throw new AppError(borrowed, message, { faults: [{ at, message }] })
  }
}

/** Rejects with `invalid_request`; each text with where it stands. */
export function refusePersonal(texts: readonly [string, string][]): void {
  const faults = texts.flatMap(([at, text]) => {
    const found = personalData(text)
    return found.length > 0 ? [{ at, message: `Please leave out the ${found.join(' and the ')}.` }] : []
  })
  if (faults.length === 0) return
  const message =
    'Please leave out e-mail addresses, phone numbers, street addresses and links. A song is for everyone.'
  throw new AppError('invalid_request', message, { faults })
}

function refuseUnsafe(parts: Record<string, string>, grade: number, topic: string): void {
  for (const [at, text] of Object.entries(parts)) {
    const unsafe = unsafeWords(text, grade, { topic })
    if (unsafe.length === 0) continue
    const message = `This does not fit a song for grade ${grade}. Please choose another topic or other words, or ask your teacher.`
    throw new AppError('unsafe_topic', message, {
      faults: [
        { at, message: `Not for grade ${grade}: ${[...new Set(unsafe.map(({ about }) => about))].join(', ')}.` },
      ],
    })
  }
}

/** Sentences of a dictionary that a song can be made of, where the request gives no facts of its own. */
const leastKnown = 3

/** A song may not be empty words about a name (docs/decisions/facts-needed.md). */
function refuseUnknown(request: MashupRequest): void {
  if (request.topicId !== null) return
  const known = factsToSing(request).length
  if (known >= (request.facts.length > 0 ? 1 : leastKnown)) return
  const message = `We do not know enough about "${request.topic}" to write a true song. Please add three facts, each one short sentence in English, and we will sing those.`
  throw new AppError('facts_needed', message, {
    faults: [
      {
        at: '/facts',
        message: 'Give at least three true sentences about the topic, as "Bees dance to show where flowers are."',
      },
    ],
  })
}

/**
 * Settles every field of a request: topic and genres found in the prompt, level and grade from each other and the topic.
 * Throws AppError: `genre_count`, `unknown_genre`, `unsafe_topic`, `artist_style`, `existing_lyrics`, `facts_needed` when neither
 * the request nor what we know says anything of the topic, or `invalid_request` when there is no topic, it is not in English
 * letters, the hook cannot be sung, or somebody's address or number stands in a field.
 */
export function understandRequest(input: MashupRequestInput, defaults: { seed: number }): MashupRequest {
  const seed = input.seed ?? defaults.seed
  const language = input.language ?? 'en'
  if (!/^en(-|$)/.test(language)) {
    const message = 'Songs are written in English for now. Leave the language out, or give "en".'
    throw new AppError('invalid_request', message, { faults: [{ at: '/language', message }] })
  }
  const texts = textsOf(input)
  refusePersonal(texts)
  refuseBorrowing(texts)
  const subject = findSubject(longDeadAsGenre(input.prompt))
  const phrase = input.topic ?? subject.phrase
  const found = findTopic(phrase)
  const grade = input.gradeLevel ?? gradeInText(input.prompt)
  const skillLevel = input.skillLevel ?? (grade === undefined ? 'intermediate' : levelOfGrade(grade))
  const gradeLevel = grade ?? gradeFor(skillLevel, found)
  const topic = input.topic ?? found?.name ?? phrase
  refuseUnsafe(
    {
      '/prompt': input.prompt,
      '/topic': phrase,
      '/hook': input.hook ?? '',
      '/keyTerms': (input.keyTerms ?? []).join(', '),
      '/facts': (input.facts ?? []).join('\n'),
      '/learningObjectives': (input.learningObjectives ?? []).join('\n'),
    },
    gradeLevel,
    `${phrase} ${found?.name ?? ''}`,
  )
  const genres = settleGenres(
    input.genres,
    subject.genres.map(({ genre }) => genre),
    subject.music,
    seed,
  )
  if (!isLatin(topic)) {
    const message =
      phrase === ''
        ? 'Tell us what the song should be about, as in "trap x baroque about photosynthesis".'
        : 'Songs are written in English for now. Please name the topic in English letters.'
    throw new AppError('invalid_request', message, { faults: [{ at: input.topic ? '/topic' : '/prompt', message }] })
  }
  const understood: MashupRequest = {
    prompt: input.prompt,
    genres,
    topic,
    topicId: found?.id ?? null,
    keyTerms: distinct(input.keyTerms ?? []).filter(isLatin),
    facts: distinct(input.facts ?? []).filter(isLatin),
    skillLevel,
    gradeLevel,
    learningObjectives: distinct(input.learningObjectives ?? []),
    ...(input.hook !== undefined && { hook: settleHook(input.hook) }),
    language,
    seed,
  }
  refuseUnknown(understood)
  return understood
}

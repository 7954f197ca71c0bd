import { asSentence } from '../problem-words.js'
import { type RequestDraft, type WrittenName, written } from './written.js'

/** What is wrong with a form, in words for the field that it is wrong in. */
export type Troubles<Draft> = Partial<Record<keyof Draft, string>>

/** The fields that something was found in. */
export const found = <Draft>(said: { [Name in keyof Draft]?: string | false | undefined }): Troubles<Draft> =>
  Object.fromEntries(Object.entries(said).filter(([, trouble]) => trouble)) as Troubles<Draft>

/** What a form can tell by itself of a request that is written in it. */
export const missing = {
  topic: ({ topic }: Pick<RequestDraft, 'topic'>) =>
    !topic.trim() && 'What should the song be about? A word or two is enough.',
  genres: ({ genres }: Pick<RequestDraft, 'genres'>) =>
    genres.filter(Boolean).length < 2 && 'Pick a kind of music. Any two make a mashup, however different they are.',
}

/** Why something cannot be read as it is written. */
export const unread = (name: WrittenName, text: string): string | undefined => {
  const { read, trouble } = written[name] as { read: (text: string) => unknown; trouble?: string }
  return read(text) === undefined ? trouble : undefined
}

/** The first words of a word or a fact: enough to find it in its field by. */
const inBrief = (text: string): string => (text.length > 40 ? `${text.slice(0, 38).trimEnd()} …` : text)

/** The word or the fact that a fault is about, where it is about one. */
function partOf(draft: object, name: string, place: string | undefined): string | undefined {
  const text = (draft as Record<string, unknown>)[name]
  if (place === undefined || typeof text !== 'string' || (name !== 'keyTerms' && name !== 'facts')) return undefined
  return written[name].read(text)[Number(place)]
}

/**
 * The service's faults by field, each with the word or the fact that it is about; what has no field in the form is nobody's.
 * `fieldOf`: where a part of the request has another name in the form.
 */
export function troublesOf<Draft extends object>(
  faults: readonly { at: string; message: string }[],
  draft: Draft,
  fieldOf: Record<string, keyof Draft> = {},
): Troubles<Draft> {
  const troubles: Troubles<Draft> = {}
  for (const { at, message } of faults) {
    const [, name = '', place] = at.split('/')
    const field = fieldOf[name] ?? (name as keyof Draft)
    if (!(field in draft)) continue
    const part = partOf(draft, name, place)
    const said = part ? `“${inBrief(part)}”: ${asSentence(message)}` : asSentence(message)
    troubles[field] = troubles[field] ? `${troubles[field]} ${said}` : said
  }
  return troubles
}

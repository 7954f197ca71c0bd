import type { Deed, SessionRequest } from '../domain/session/commands.js'
import type { SessionState } from '../domain/session/state.js'
import { refuseBorrowing, refusePersonal } from '../mashups/understand-request.js'
import { unsafeWords } from '../music/words/safety.js'

type Placed = [at: string, text: string]

/** Each text of a request, with where it stands in it. */
export const textsOfRequest = ({ topic, keyTerms, facts }: Partial<SessionRequest>): Placed[] => [
  ...(topic === undefined ? [] : [['/topic', topic] satisfies Placed]),
  ...(keyTerms ?? []).map((text, at): Placed => [`/keyTerms/${at}`, text]),
  ...(facts ?? []).map((text, at): Placed => [`/facts/${at}`, text]),
]

function textsOf(deed: Deed): Placed[] {
  if (deed.type === 'setRequest') return textsOfRequest(deed.request)
  if (deed.type === 'suggestRewrite') return deed.note === undefined ? [] : [['/note', deed.note]]
  return 'text' in deed ? [['/text', deed.text]] : []
}

/**
 * What neither a model nor a group is shown: where somebody can be reached, and wishes for what belongs to somebody else. It is
 * refused, and not held, as whoever wrote it still has it before them. Rejects as `understandRequest` does.
 */
export function refuseUnfit(deed: Deed): void {
  const texts = textsOf(deed)
  refusePersonal(texts)
  if (deed.type === 'setRequest' || deed.type === 'suggestRewrite') refuseBorrowing(texts)
}

/** Why the words of a deed do not suit the grade, in a word or two each; `null` when they do. */
export function whyUnsafe(deed: Deed, { request }: SessionState): string | null {
  // What stood there already is weighed again, as the grade may be another one now.
  const whole = deed.type === 'setRequest' ? { ...request, ...deed.request } : request
  const texts = deed.type === 'setRequest' ? textsOfRequest(whole) : textsOf(deed)
  const found = unsafeWords(texts.map(([, text]) => text).join('\n'), whole.gradeLevel, { topic: whole.topic })
  return found.length > 0 ? [...new Set(found.map(({ about }) => about))].join(', ') : null
}

import type { SkillLevel } from '../../../domain/mashup-request.js'
import type { SessionRequest } from '../../../domain/session/commands.js'
import { draftOf, type RequestDraft, written } from '../request/written.js'

/** The request as its host has it before them. */
export interface WishDraft extends RequestDraft {
  skillLevel: SkillLevel
}

/** How each field reads as a part of the request; `undefined`: not at all, as yet. */
const readers: { [Name in keyof WishDraft]: (entered: WishDraft[Name]) => SessionRequest[Name] | undefined } = {
  topic: (text) => text.trim() || undefined,
  genres: (slots) => slots.filter((genre) => genre !== null),
  skillLevel: (level) => level,
  gradeLevel: written.gradeLevel.read,
  keyTerms: written.keyTerms.read,
  facts: written.facts.read,
}

type Entered = Partial<WishDraft>

/** What is entered and can be read, as [field, what it was entered as, what it reads as]. */
const entries = (entered: Entered) =>
  Object.entries(entered).map(
    ([name, value]) => [name, value, (readers[name as keyof WishDraft] as (value: unknown) => unknown)(value)] as const,
  )

export const requestOf = (entered: Entered): Partial<SessionRequest> =>
  Object.fromEntries(entries(entered).flatMap(([name, , read]) => (read === undefined ? [] : [[name, read]])))

/** What was entered stands as it was while it says what the request says; where another's change came in between, that is shown. */
export function wishDraft(request: SessionRequest, entered: Entered): WishDraft {
  const said = (name: string) => JSON.stringify(request[name as keyof SessionRequest])
  const standing = entries(entered).filter(
    ([name, , read]) => read === undefined || JSON.stringify(read) === said(name),
  )
  return {
    ...draftOf(request),
    skillLevel: request.skillLevel,
    ...Object.fromEntries(standing.map(([name, value]) => [name, value])),
  }
}

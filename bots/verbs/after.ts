import { actionId } from '../action-id.js'
import type { Action, Note } from '../card.js'

/** What several verbs say. */
export const button = (verb: string, session: string | null, label: string, ...args: (string | number)[]): Action => ({
  id: actionId(verb, session, ...args),
  label,
  style: 'plain',
})

/** Longer text is cut at a word where there is one. */
export function short(text: string, max: number): string {
  if (text.length <= max) return text
  const cut = text.slice(0, max - 1)
  const space = cut.lastIndexOf(' ')
  return `${(space > max / 2 ? cut.slice(0, space) : cut).trimEnd()}…`
}

export const heldNote: Note = {
  text: 'Thank you. Your teacher has a look at it first; nobody else sees it until then.',
}

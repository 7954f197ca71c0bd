import type { Outcome } from './decision.js'
import type { HeldText } from './events.js'
import { notYours } from './refusals.js'
import type { SessionState } from './state.js'

/** As many texts of one person as a teacher will want to look through. */
const heldAtMost = 10

/** Keeps a text back until a teacher has looked at it. */
export function holdText({ held }: SessionState, person: string, text: HeldText): Outcome[] {
  if (held.filter(({ by }) => by === person).length >= heldAtMost)
    throw notYours('Your teacher has several texts of yours to look at already. Write something else meanwhile.')
  return [{ event: { type: 'textHeld', held: text } }]
}

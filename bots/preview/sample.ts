import type { Form, Note, SessionCard } from '../card.js'

/** One thing to be seen in both places: the session's message, private words, or a dialog. */
export interface Sample {
  name: string
  shown: { card: SessionCard } | { note: Note } | { form: Form }
}

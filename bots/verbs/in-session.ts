import type { Deed } from '../../src/domain/session/commands.js'
import type { SessionView } from '../../src/domain/session/view-schema.js'
import { actionId } from '../action-id.js'
import type { Field, Form, Note } from '../card.js'
import type { Verb } from './verb.js'

/** A deed that needs nothing more said, in the session that is meant. */
export const doing = (deed: Deed, said: (session: string) => Note): Verb => ({
  async serve(scene, { session: named }) {
    const { actor, session } = await scene.session(named)
    await scene.give(actor, session, deed)
    return said(session)
  },
})

/** The dialog for words (`text`) in the session that is meant; none where they came with the command. */
export const asksText =
  (verb: string, dialog: Pick<Form, 'title' | 'submit'>, fieldsOf: (view: SessionView) => Field[]): Verb['form'] =>
  async (scene, { session: named, fields }) => {
    if (fields.text) return null
    const { session, view } = await scene.session(named)
    return { id: actionId(verb, session), ...dialog, fields: fieldsOf(view) }
  }

/** What can be wrong with the words of a dialog: there are none, or too many. */
export const textFaults =
  (field: string, most: number, ifEmpty: string): Verb['faults'] =>
  ({ fields }) => {
    const text = fields[field] ?? ''
    if (text.trim() === '') return { [field]: ifEmpty }
    return text.length > most ? { [field]: `At most ${most.toLocaleString('en')} characters.` } : null
  }

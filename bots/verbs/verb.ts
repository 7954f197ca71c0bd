import type { Form, Note } from '../card.js'
import type { Scene } from '../scene.js'

/** What was said: the same for a command, a button and a dialog. */
export interface Said {
  /** The session that a button or dialog names. */
  session: string | null
  args: string[]
  /** Options of the command, fields of the dialog, or what was chosen from a list (`chosen`). */
  fields: Record<string, string>
  via: 'command' | 'press' | 'form'
}

/** What can be done from a chat, in whatever way it is said. What it rejects with becomes a note for the person. */
export interface Verb {
  /** The dialog it needs to be given more; `null`: it has all it needs. Reads only. */
  form?(scene: Scene, said: Said): Promise<Form | Note | null>
  /** What is wrong with a dialog's fields, before anybody is asked. */
  faults?(said: Said): Record<string, string> | null
  /** May be called again for the same interaction. */
  serve(scene: Scene, said: Said): Promise<Note>
}

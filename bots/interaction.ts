import type { ChatAccount, ChatChannel } from '../src/domain/chat.js'
import type { Choice, Form, Note } from './card.js'

/** Something that somebody did in a chat, as a platform's surface has understood it. */
export interface Interaction {
  /** The platform's own id of it, the same when it is delivered again; at most 80 letters, digits or . _ - */
  id: string
  account: ChatAccount
  /**
   * `thread` is `null` in the channel itself. A thread's `channel` is the one it hangs on. `channelName`: what the platform calls
   * that channel, where it has said so with what was done.
   */
  place: ChatChannel & { thread: string | null; channelName?: string | undefined }
  did:
    | { kind: 'command'; name: string; options: Record<string, string> }
    /** A button, or an option chosen from a list: the action's id, with what was chosen. */
    | { kind: 'press'; action: string; chosen?: string }
    | { kind: 'form'; form: string; fields: Record<string, string> }
}

/** The platform's side of one interaction. */
export interface Reception {
  /**
   * Says that it has arrived; within 3 seconds of it, after which `answer` can be used for a quarter of an hour. Asked again
   * after a restart, it resolves as well when the platform has heard it before, and rejects with `gone` when it is too late.
   */
  acknowledge(): Promise<void>
  /** Tells the person, and nobody else. */
  answer(note: Note): Promise<void>
}

/** What a platform's surface calls. Nothing of it rejects: what goes wrong becomes a note for the person, and a line in the log. */
export interface Desk {
  /** What may be typed next in a command's option; at most 25. */
  suggest(
    asked: Pick<Interaction, 'account' | 'place'> & { command: string; option: string; typed: string },
  ): Promise<Choice[]>
  /**
   * First of all: the dialog that this opens, a note instead of it, or `null` when it is to be served. Reads only, and answers
   * well within those 3 seconds.
   */
  form(interaction: Interaction): Promise<{ form: Form } | { note: Note } | null>
  /** What is wrong with a dialog's fields, by name; before it is served, and without asking anybody. `null`: nothing. */
  faults(interaction: Interaction): Record<string, string> | null
  /**
   * Keeps it, acknowledges it, carries it out, answers. Resolves when that is over. What was kept and not answered is taken up
   * by the next process, with `receptionOf(address)`. An interaction that comes again is acknowledged, and no more.
   * `address` is what that needs (a response URL, an interaction's token); it rests encrypted.
   */
  serve(interaction: Interaction, reception: Reception, address: string): Promise<void>
}

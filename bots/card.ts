import type { Stage } from '../src/domain/session/stages.js'

/**
 * What is shown in a chat, said once for both platforms: plain words in named places. Every text here is plain: whoever renders
 * escapes it, so that what a child wrote is never mark-up, a mention or a link.
 */

/** A button. `id` is `verb:SESSION[:ARGUMENT…]`, at most 95 characters (see action-id.ts): a platform may put a sign before it. */
export interface Action {
  id: string
  /** At most 75 characters, and worth reading aloud. */
  label: string
  style: 'main' | 'plain' | 'danger'
  /** Asked once more before it is done. */
  confirm?: string
}

/** Something to vote for. */
export interface CardOption {
  /** From 1, as the group calls it. */
  number: number
  text: string
  /** Who brought it and why, in a few words. */
  detail: string
  votes: number
  chosen: boolean
  /** Pressed to vote for it; `null` where no vote is open. */
  vote: Action | null
}

export interface CardLine {
  number: number
  text: string
  /** "AI", "Singer 2", or the name that the course allows. */
  by: string
  /** Said in words and by a sign, never by colour alone. */
  marks: ('ai' | 'locked' | 'offer')[]
}

export interface CardPerson {
  name: string
  role: 'member' | 'host' | 'teacher'
  /** The room they came in by: "Slack", "Discord", "the course page", "the web"; `null` when it is not known. */
  from: string | null
}

/** The one message that follows a session. */
export interface SessionCard {
  /** Id (uuid). */
  session: string
  /** The session's last event in it: a later card is never replaced by an earlier one. */
  seq: number
  title: string
  stage: Stage
  /** "Step 2 of 5: hooks". */
  progress: string
  /** What to do now, in one sentence. */
  now: string
  /** What the AI is doing, or how many groups are before this one; `null` when it rests. */
  working: string | null
  /** What did not come off, and what to do about it. */
  trouble: string | null
  /** Those who are here. */
  people: CardPerson[]
  options: CardOption[]
  sheet: { section: string; lines: CardLine[] }[]
  reflections: { by: string; text: string }[]
  /** At most five: what everybody may need at this stage. */
  actions: Action[]
  /** Where the session can also be opened. */
  link: { label: string; url: string } | null
  /** Nothing can be pressed any more. */
  isOver: boolean
}

/** What one person is told, and nobody else. */
export interface Note {
  /** One or two sentences, the answer itself first. */
  text: string
  /** More of it, a line each. */
  details?: string[]
  actions?: Action[]
  link?: { label: string; url: string }
}

export interface Choice {
  value: string
  /** At most 75 characters. */
  label: string
}

export interface Field {
  name: string
  /** At most 45 characters. */
  label: string
  kind: 'line' | 'paragraph' | 'choice' | 'choices'
  /** For what is chosen: 1 to 25. */
  choices?: Choice[]
  /** What stands there at first; for `choices`, values joined with commas. */
  value?: string
  hint?: string
  /** Characters. */
  max?: number
  isOptional?: boolean
}

/** A dialog: its fields come back as texts, by name; of `choices`, values joined with commas. */
export interface Form {
  /** As an action's. */
  id: string
  /** At most 24 characters. */
  title: string
  intro?: string
  /** At most five: Discord shows no more. */
  fields: Field[]
  /** At most 24 characters: the button that sends it. */
  submit: string
}

export interface ChatFile {
  fileName: string
  mediaType: string
  content: Uint8Array
  /** What is to be seen or heard in it, for those who do not. */
  alt: string
}

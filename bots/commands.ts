import { skillLevels } from '../src/domain/mashup-request.js'
import type { Choice } from './card.js'

export interface Option {
  name: string
  /** A number or a word is one word of what is typed; a text is all that is left of it. */
  kind: 'number' | 'word' | 'text'
  /** At most 100 characters. */
  about: string
  isRequired?: boolean
  /** Choices that never change. */
  choices?: Choice[]
  /** Choices are asked for while somebody types. */
  suggests?: boolean
  max?: number
}

export interface Command {
  name: string
  /** At most 100 characters. */
  about: string
  who: 'everybody' | 'teachers'
  options: Option[]
}

const line = (about: string, max: number): Option => ({ name: 'text', kind: 'text', about, max })
const number: Option = { name: 'number', kind: 'number', about: 'The number of the line', suggests: true, max: 3 }

/** `/mashup NAME`, the same on both platforms; each is the verb of its name. */
export const commands: readonly Command[] = [
  {
    name: 'start',
    about: 'Begin a song with your group in a thread of this channel',
    who: 'everybody',
    options: [
      { name: 'topic', kind: 'text', about: 'What the song is about', max: 120 },
      {
        name: 'genres',
        kind: 'text',
        about: 'Kinds of music to blend, such as trap, baroque',
        suggests: true,
        max: 200,
      },
      {
        name: 'level',
        kind: 'word',
        about: 'How hard it may be',
        choices: skillLevels.map((value) => ({ value, label: value })),
      },
    ],
  },
  {
    name: 'join',
    about: 'Come into a session',
    who: 'everybody',
    options: [{ name: 'link', kind: 'text', about: 'The link of a session that is open on the web', max: 300 }],
  },
  { name: 'status', about: 'Where the group stands, and what you have done', who: 'everybody', options: [] },
  { name: 'hook', about: 'Offer a hook of your own', who: 'everybody', options: [line('Your hook', 120)] },
  {
    name: 'line',
    about: 'Write a line of the song; you hear at once how it fits',
    who: 'everybody',
    options: [number, line('Your words', 160)],
  },
  {
    name: 'rewrite',
    about: 'Ask the AI for other words for a line; you decide',
    who: 'everybody',
    options: [number, { name: 'note', kind: 'text', about: 'What should be different', max: 200 }],
  },
  {
    name: 'finish',
    about: 'Close the stage that is open, or hand the song in at the end',
    who: 'everybody',
    options: [],
  },
  { name: 'mine', about: 'Your sessions', who: 'everybody', options: [] },
  {
    name: 'song',
    about: 'A quick song without a session',
    who: 'everybody',
    options: [{ name: 'prompt', kind: 'text', about: 'Such as: trap x baroque about photosynthesis', max: 500 }],
  },
  {
    name: 'link',
    about: 'Link your account with the code of your course page',
    who: 'everybody',
    options: [{ name: 'code', kind: 'text', about: 'The code of your course page', max: 20 }],
  },
  { name: 'unlink', about: 'Undo the link of your account', who: 'everybody', options: [] },
  { name: 'setup', about: 'Say which course or activity this channel is for', who: 'teachers', options: [] },
  { name: 'help', about: 'What you can do here', who: 'everybody', options: [] },
]

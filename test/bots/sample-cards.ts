import type { CardLine, SessionCard } from '../../bots/card.js'
import { isOver, type Stage } from '../../src/domain/session/stages.js'

export const session = '0b5c9f6e-6a57-4f3c-9a1b-2f60f3f2a001'
const action = (verb: string, label: string, style: 'main' | 'plain' | 'danger' = 'plain') => ({
  id: `${verb}:${session}`,
  label,
  style,
})

const hooks = [
  ['Drink the light, breathe it out', 'AI · a fact you can dance to', 3],
  ['Green is what is left of light', 'Ana · her own', 1],
  ['Sugar from the sun', 'AI · three words, easy to shout', 0],
] as const

const line = (number: number, text: string, over: Partial<CardLine> = {}): CardLine => ({
  number,
  text,
  by: 'Singer 2',
  marks: [],
  ...over,
})
const sheet = [
  {
    section: 'Chorus',
    lines: [
      line(1, 'Drink the light, breathe it out', { by: 'AI', marks: ['ai', 'locked'] }),
      line(2, 'That is what the leaves are all about', { by: 'Ana' }),
    ],
  },
  { section: 'Verse 1', lines: [line(3, 'Roots drink deep and leaves drink wide', { marks: ['offer'] })] },
]

const words: Record<Stage, [progress: string, now: string]> = {
  lobby: ['Step 1 of 5: getting together', 'Come in. Whoever began it starts when all are here.'],
  hooks: ['Step 2 of 5: the hook', 'Vote for the line that stays in your head, or write one.'],
  lyrics: ['Step 3 of 5: the words', 'Make the lines your own. Ask the AI for others where you like.'],
  arranging: ['Step 4 of 5: the sound', 'How is your song to sound? Read the reasons and vote.'],
  review: ['Step 5 of 5: the last look', 'Listen, say what you think, and hand it in.'],
  finished: ['Done', 'Your song is finished. Its files are in the thread.'],
  cancelled: ['Ended', 'This session was ended before the song was done.'],
}

/** A session at each of its stages, as the shared part would say it. */
export function cardAt(stage: Stage, over: Partial<SessionCard> = {}): SessionCard {
  const [progress, now] = words[stage]
  const voting = stage === 'hooks' || stage === 'arranging'
  const written = !['lobby', 'hooks', 'cancelled'].includes(stage)
  return {
    session,
    seq: 12,
    title: stage === 'lobby' ? 'Photosynthesis: trap × baroque' : 'Drink the light',
    stage,
    progress,
    now,
    working: stage === 'lyrics' ? 'The AI looks for another line 3.' : null,
    trouble: null,
    people: [
      { name: 'Ana', role: 'host', from: 'Slack' },
      { name: 'Singer 2', role: 'member', from: 'the course page' },
    ],
    options: voting
      ? hooks.map(([text, detail, votes], at) => ({
          number: at + 1,
          text,
          detail,
          votes,
          chosen: false,
          vote: { id: `vote:${session}:h${at}`, label: `Vote for ${at + 1}`, style: 'plain' },
        }))
      : [],
    sheet: written ? sheet : [],
    reflections: stage === 'finished' ? [{ by: 'Ana', text: 'I know now how a leaf eats.' }] : [],
    actions: isOver(stage)
      ? []
      : [action('next', 'Go on', 'main'), action('leave', 'Leave'), action('cancel', 'End it', 'danger')],
    link: { label: 'Open it on the web', url: `https://songs.school.example/session/${session}` },
    isOver: isOver(stage),
    ...over,
  }
}

/** As full as a card can be: everything that a class may write, at once. */
export function largestCard(): SessionCard {
  const long = (length: number, at: number) => `${at} <&> *${'w'.repeat(length)}`.slice(0, length)
  const times = <T>(count: number, make: (at: number) => T) => Array.from({ length: count }, (_, at) => make(at))
  return cardAt('hooks', {
    title: long(200, 0),
    now: long(400, 1),
    working: long(200, 2),
    trouble: long(400, 3),
    options: times(24, (at) => ({
      number: at + 1,
      text: long(120, at),
      detail: long(200, at),
      votes: at,
      chosen: at === 3,
      vote: { id: `vote:${session}:${at}`.padEnd(95, 'x'), label: `Vote for ${at + 1}`, style: 'plain' },
    })),
    sheet: times(8, (at) => ({
      section: long(40, at),
      lines: times(5, (of) =>
        line(at * 5 + of + 1, long(160, of), { by: long(40, of), marks: ['ai', 'locked', 'offer'] }),
      ),
    })),
    people: times(30, (at) => ({ name: long(60, at), role: 'teacher', from: 'the course page' })),
    reflections: times(30, (at) => ({ by: long(40, at), text: long(1_000, at) })),
    actions: times(5, (at) => ({
      id: `do:${session}:${at}`.padEnd(95, 'x'),
      label: long(30, at),
      style: 'danger',
      confirm: long(120, at),
    })),
  })
}

import type { Context } from '../../src/context.js'
import { isOver, stages } from '../../src/domain/session/stages.js'
import { sessionCard } from '../cards/session-card.js'
import { stageNames } from '../cards/words.js'
import { dialogs } from './dialogs.js'
import { largestSong, largestVote } from './largest-sessions.js'
import type { PlayedSession } from './played-session.js'
import { privateNotes } from './private-notes.js'
import type { Sample } from './sample.js'
import { inTrouble, paused, sessionAt, withAllHooks } from './sample-sessions.js'

/** What the page has on one view. */
export interface Look {
  /** In its address. */
  id: string
  name: string
  samples(ctx: Context): Promise<Sample[]> | Sample[]
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const card = (id: string, name: string, play: () => PlayedSession): Look => ({
  id,
  name,
  samples() {
    const session = play()
    const { view } = session
    const link = { label: 'Open it on the web', url: `https://songs.school.example/session/${session.id}` }
    return [
      { name, shown: { card: sessionCard(session.id, view, { queue: null, link: isOver(view.stage) ? null : link }) } },
    ]
  },
})

export const looks: readonly Look[] = [
  ...stages.map((stage) => card(stage, capital(stageNames[stage]), () => sessionAt(stage))),
  card('all-hooks', 'The hook, with 24 to choose from', withAllHooks),
  card('trouble', 'The AI does not answer', inTrouble),
  card('paused', 'The teacher has paused the AI', paused),
  card('largest-vote', 'The largest vote', largestVote),
  card('largest-song', 'The largest song', largestSong),
  { id: 'private', name: 'Private answers', samples: privateNotes },
  { id: 'dialogs', name: 'Dialogs', samples: dialogs },
]

import type { Stage, SurfaceName } from '../../../domain/session/stages.js'
import type { ShownAuthor } from '../../../domain/session/view-schema.js'
import type { Person, Rights } from './room.js'

export const path = ['lobby', 'hooks', 'lyrics', 'arranging', 'review', 'finished'] as const

/** What a stage is called on the page. */
export const stageNames: Record<Stage, string> = {
  lobby: 'Getting together',
  hooks: 'The hook',
  lyrics: 'The words',
  arranging: 'The sound',
  review: 'The last look',
  finished: 'Done',
  cancelled: 'Ended',
}

/** What there is to do now, to who leads and to the others. */
const nowWords: Record<Stage, readonly [leads: string, others: string]> = {
  lobby: [
    'Say what the song is to be about and send your group the link. When everybody is here, start.',
    'You are in. Have a look at what the song is to be about; it starts when everybody is here.',
  ],
  hooks: [
    'The hook is the line that stays in everybody’s head. Vote for one, or write your own.',
    'The hook is the line that stays in everybody’s head. Vote for one, or write your own.',
  ],
  lyrics: [
    'This is a first draft. Pick any line to make it yours; lock the lines you love.',
    'This is a first draft. Pick any line to make it yours; lock the lines you love.',
  ],
  arranging: [
    'How is your song to sound? Listen to what there is, read the reasons and choose.',
    'How is your song to sound? Listen to what there is, read the reasons and choose.',
  ],
  review: [
    'Listen to it once more, all of it. Say what you think of it, then hand it in together.',
    'Listen to it once more, all of it. Say what you think of it, then hand it in together.',
  ],
  finished: ['Your song is handed in. Well sung!', 'Your song is handed in. Well sung!'],
  cancelled: ['This session was ended before the song was done.', 'This session was ended before the song was done.'],
}

export function nowOf(stage: Stage, { leads, watches }: Rights, inCourse: boolean): string {
  if (watches) return watching[stage]
  if (stage === 'lobby' && leads && inCourse)
    return 'Settle what is still open. Your group joins you from the activity; when everybody is here, start.'
  return nowWords[stage][leads ? 0 : 1]
}

/** To who looks on. */
const watching: Record<Stage, string> = {
  lobby: 'The group is getting together and settles what its song is about.',
  hooks: 'The group chooses its hook: the line that stays in everybody’s head.',
  lyrics: 'The group writes its words, line by line.',
  arranging: 'The group chooses how its song is to sound.',
  review: 'The group takes a last look, says what it thinks and hands its song in.',
  finished: 'The group has handed its song in.',
  cancelled: 'This session was ended before the song was done.',
}

export const surfaceWords: Record<SurfaceName, string> = {
  web: 'on the web',
  lti: 'in the course',
  slack: 'in Slack',
  discord: 'in Discord',
}

export const workWords: Record<string, string> = {
  hooks: 'The AI is trying out hooks',
  draft: 'The AI is writing a first draft',
  rewrite: 'The AI is looking for other words',
  arrangements: 'The AI is trying out how it could sound',
  song: 'The AI is putting the song together',
}

export const called = ({ name, me }: Pick<Person | ShownAuthor, 'name' | 'me'>): string => (me ? 'You' : name)
export const author = (by: ShownAuthor): string => (by.kind === 'ai' ? 'the AI' : by.me ? 'you' : by.name)

/** What a session says in its own way of what went wrong, by code; the rest as elsewhere on the pages. */
export const ownWords: Record<string, { title: string }> = {
  conflict: { title: 'Something has changed' },
  forbidden: { title: 'Not this time' },
  not_found: { title: 'It is gone' },
  invalid_request: { title: 'That needs another look' },
  facts_needed: { title: 'We need to know a little more' },
  gone: { title: 'It is not there any more' },
}

export const timeOf = (at: string): string => new Intl.DateTimeFormat('en', { timeStyle: 'short' }).format(new Date(at))

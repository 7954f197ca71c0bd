import type { Stage, SurfaceName } from '../../src/domain/session/stages.js'
import type { CommonView } from '../../src/domain/session/view-schema.js'

/** Stages as people call them, in the order in which a group goes through them. */
export const stageNames: Record<Stage, string> = {
  lobby: 'getting together',
  hooks: 'the hook',
  lyrics: 'the words',
  arranging: 'the sound',
  review: 'the last look',
  finished: 'done',
  cancelled: 'ended',
}
const way: readonly Stage[] = ['lobby', 'hooks', 'lyrics', 'arranging', 'review']

export function progressOf(stage: Stage): string {
  if (stage === 'finished') return 'Done: the song is handed in'
  if (stage === 'cancelled') return 'Ended before the song was done'
  return `Step ${way.indexOf(stage) + 1} of ${way.length}: ${stageNames[stage]}`
}

const nowWords: Record<Stage, string> = {
  lobby: 'Join in, settle what the song is about, and start when everybody is here.',
  hooks: 'The hook is the line that stays in everybody’s head. Vote for one, or write your own.',
  lyrics: 'This is a first draft. Make any line yours, or ask for other words.',
  arranging: 'How is your song to sound? Read the reasons and vote.',
  review: 'Listen to it once more, say what you think of it, then hand it in together.',
  finished: 'Your song is handed in. Well sung!',
  cancelled: 'This session was ended before the song was done.',
}

type Work = Pick<CommonView, 'stage' | 'hooks' | 'lines' | 'arrangements' | 'song' | 'generation'>

/** What to do at a stage; while there is nothing to vote for or to write on yet, what that waits for. */
export function nowOf({ stage, hooks, lines, arrangements, song, generation }: Work): string {
  if (stage === 'hooks' && hooks.length === 0)
    return 'The hook is the line that stays in everybody’s head. Write your own while you wait for others.'
  if (stage === 'lyrics' && lines.length === 0) return 'The first draft of the words is on its way.'
  if (stage === 'arranging' && arrangements.length === 0) return 'Soon you can choose how your song is to sound.'
  if (stage === 'review' && (!song || generation))
    return 'Your song is being put together. Say what you think of it meanwhile.'
  return nowWords[stage]
}

export const surfaceWords: Record<SurfaceName, string> = {
  web: 'the web',
  lti: 'the course page',
  slack: 'Slack',
  discord: 'Discord',
}

const workWords: Record<string, string> = {
  hooks: 'The AI is trying out hooks.',
  draft: 'The AI is writing a first draft.',
  rewrite: 'The AI is looking for other words.',
  arrangements: 'The AI is trying out how it could sound.',
  song: 'The AI is putting the song together.',
}

/** What the AI is at. `queue`: groups of the school that are served before this one. */
export function workingOf(kind: string | undefined, queue: number | null): string | null {
  if (kind === undefined) return null
  const what = workWords[kind] ?? 'The AI is at work.'
  if (!queue) return what
  return `${what} ${queue === 1 ? 'One group is' : `${queue} groups are`} before you.`
}

/** "Photosynthesis: trap × baroque". */
export function titleOf({ topic, genres }: { topic: string; genres: readonly string[] }): string {
  const blend = genres.join(' × ')
  const about = topic.charAt(0).toUpperCase() + topic.slice(1)
  return [about || 'A new song', blend].filter(Boolean).join(': ')
}

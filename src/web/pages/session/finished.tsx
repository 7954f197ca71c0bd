import { LinkButton } from '../../design/button.js'
import { Card } from '../../design/card.js'
import { EmptyState } from '../../design/status.js'
import { counted } from '../classroom/words.js'
import { AuthorTag } from './author-tag.js'
import { Reflections } from './review.js'
import { isOfCourse, type Room, useRoom } from './room.js'
import { SessionSong } from './session-song.js'
import './said.css'

/** Whose lines the song has, the most of them first. */
function authorsOf({ lines, hooks, hook }: Room['view']) {
  const counts = new Map<string, { by: Room['view']['lines'][number]['by']; lines: number; hook: boolean }>()
  const of = (by: Room['view']['lines'][number]['by']) => {
    const key = by.kind === 'ai' ? 'ai' : `${by.number}`
    const known = counts.get(key) ?? { by, lines: 0, hook: false }
    counts.set(key, known)
    return known
  }
  for (const { by } of lines) of(by).lines += 1
  const chosen = hooks.find(({ text }) => text === hook)
  if (chosen) of(chosen.by).hook = true
  return [...counts.values()].sort((one, other) => other.lines - one.lines)
}

/** The song that the group has made, and who made what of it. */
export function Finished() {
  const { view } = useRoom()
  return (
    <>
      <Card label="Who made it">
        <h2>Who made it</h2>
        <ul className="authors">
          {authorsOf(view).map(({ by, lines, hook }) => (
            <li key={by.number ?? by.kind}>
              <AuthorTag by={by} />
              <span>
                {[...(lines > 0 ? [counted(lines, 'line')] : []), ...(hook ? ['the hook'] : [])].join(' and ')}
              </span>
            </li>
          ))}
        </ul>
        <Reflections />
        {!isOfCourse(view) && (
          <div className="row">
            <LinkButton href="/">Make another song</LinkButton>
          </div>
        )}
      </Card>
      <SessionSong />
    </>
  )
}

export function Cancelled() {
  const { view } = useRoom()
  const inCourse = isOfCourse(view)
  return (
    <EmptyState title="This session has ended" action={!inCourse && <LinkButton href="/">Make a song</LinkButton>}>
      It was ended before the song was done. What was written is kept
      {inCourse ? ', and your teacher can see it.' : ': see who did what, below.'}
    </EmptyState>
  )
}

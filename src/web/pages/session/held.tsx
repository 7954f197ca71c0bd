import type { Deed } from '../../../domain/session/commands.js'
import { Button } from '../../design/button.js'
import { Callout, Card } from '../../design/card.js'
import { useAct } from '../classroom/use-act.js'
import { ActNote } from './act-note.js'
import { AuthorTag } from './author-tag.js'
import { useRoom } from './room.js'
import './said.css'

type Decide = (deed: Deed) => Promise<void>

const abouts = { hook: 'A hook', line: 'A line', reflection: 'A thought about the song' } as const

/** One's own texts that nobody else sees until a teacher has looked at them. */
export function OwnHeld() {
  const { view, rights } = useRoom()
  const own = view.held.filter(({ by }) => by.me)
  if (own.length === 0 || rights.watches) return null
  return (
    <Callout tone="note" title={own.length === 1 ? 'This waits for your teacher' : 'These wait for your teacher'}>
      <ul className="held-texts">
        {own.map(({ id, text }) => (
          <li key={id}>“{text}”</li>
        ))}
      </ul>
      <p className="small">
        Some words in it may not fit the class. Your teacher has a look; until then only you see it. You can also write
        something else.
      </p>
    </Callout>
  )
}

/** For the teacher: what was held, why, and the decision. */
function HeldForTeacher({ decide }: { decide: Decide }) {
  const { view } = useRoom()
  const { busy, problem, act } = useAct()
  const judge = (held: string, release: boolean) => act(() => decide({ type: 'judgeHeld', held, release }))
  if (view.held.length === 0) return <p className="small soft">No text is waiting for you.</p>
  return (
    <>
      <ul className="held-list">
        {view.held.map(({ id, about, text, why, by }) => (
          <li key={id} className="stack held">
            <p className="small">
              <AuthorTag by={by} /> {abouts[about]}, held for: {why}
            </p>
            <blockquote>{text}</blockquote>
            <div className="row">
              <Button isDisabled={busy} aria-label={`Let it through: ${text}`} onPress={() => judge(id, true)}>
                Let it through
              </Button>
              <Button
                look="quiet"
                isDisabled={busy}
                aria-label={`Keep it back: ${text}`}
                onPress={() => judge(id, false)}
              >
                Keep it back
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <ActNote problem={problem} />
    </>
  )
}

/** What only a teacher does here. */
export function TeacherCard() {
  const { view, rights, give } = useRoom()
  const { busy, problem, act } = useAct()
  const over = view.stage === 'finished' || view.stage === 'cancelled'
  // Who only looks in is in it with the first thing that they decide.
  const decide: Decide = async (deed) => {
    if (!rights.here) await give({ type: 'join' })
    await give(deed)
  }
  return (
    <Card label="For the teacher">
      <h2 className="session-side-title">For the teacher</h2>
      {!over && (
        <div>
          <Button
            icon={view.aiPaused ? 'play' : 'pause'}
            isDisabled={busy}
            onPress={() => act(() => decide({ type: 'pauseAi', paused: !view.aiPaused }))}
          >
            {view.aiPaused ? 'Let the AI go on' : 'Pause the AI'}
          </Button>
        </div>
      )}
      <ActNote problem={problem} />
      <h3 className="session-side-subtitle">Held texts</h3>
      <HeldForTeacher decide={decide} />
      {!rights.here && <p className="small soft">With the first thing that you decide the group sees you here.</p>}
    </Card>
  )
}

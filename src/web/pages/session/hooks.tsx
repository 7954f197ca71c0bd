import { Button } from '../../design/button.js'
import { Field } from '../../design/field.js'
import { useAct } from '../classroom/use-act.js'
import { ActNote } from './act-note.js'
import { AuthorTag } from './author-tag.js'
import { useRoom } from './room.js'
import { StageEnd } from './stage-end.js'
import { useOwnText } from './use-own-text.js'
import { Vote } from './votes.js'
import './options.css'
import './own-hook.css'

const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')
/** Reasons often begin with the idea itself; it is not said twice. */
const saysAlready = (reason: string, idea: string): boolean => plain(reason).startsWith(plain(idea))

/** Hooks to choose from, each with its idea; one's own beside the AI's. */
export function Hooks() {
  const { view, rights, give } = useRoom()
  const { busy, problem, act } = useAct()
  const sings = rights.here && !rights.teaches
  const voters = view.people.filter(({ here, role }) => here && role !== 'teacher').length
  return (
    <>
      <ul className="options" aria-label="Hooks to choose from">
        {view.hooks.map(({ id, text, idea, reason, by, votes }) => (
          <li key={id} className="option" data-mine={view.myVote === id}>
            <AuthorTag by={by} />
            <p className="option-text">“{text}”</p>
            {!saysAlready(reason, idea) && <p>{idea}</p>}
            {reason && <p className="soft">{reason}</p>}
            <Vote
              about={text}
              votes={votes}
              mine={view.myVote === id}
              isDisabled={!sings}
              onVote={() =>
                act(async () => void (await give({ type: 'vote', option: view.myVote === id ? null : id })))
              }
            />
          </li>
        ))}
      </ul>
      <ActNote problem={problem} />
      {rights.here && (
        <div className="own-hook stack">
          <OwnHook />
          <div>
            <Button
              icon="again"
              isDisabled={busy || view.generation !== null || view.aiPaused}
              onPress={() => act(async () => void (await give({ type: 'moreHooks' })))}
            >
              Ask the AI for more
            </Button>
          </div>
        </div>
      )}
      <StageEnd words="Take the one with most votes" isDisabled={view.hooks.length === 0}>
        {view.voted} of {voters} {voters === 1 ? 'has' : 'have'} voted.
      </StageEnd>
    </>
  )
}

function OwnHook() {
  const { field, isReady, problem, onSubmit } = useOwnText('hook', (text) => ({ type: 'proposeHook', text }))
  return (
    <form className="own-hook-form" onSubmit={onSubmit}>
      <Field label="A hook of your own" hint="Short, easy to sing, worth repeating." maxLength={120} {...field} />
      <Button type="submit" isDisabled={!isReady}>
        Put it up
      </Button>
      <ActNote problem={problem} />
    </form>
  )
}

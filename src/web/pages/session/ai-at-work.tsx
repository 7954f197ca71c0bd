import { Button } from '../../design/button.js'
import { Callout } from '../../design/card.js'
import { useAct } from '../classroom/use-act.js'
import { stepWords } from '../song/step-words.js'
import { ActNote } from './act-note.js'
import { type Room, useRoom } from './room.js'
import { workWords } from './words.js'
import './ai-at-work.css'

/** What the stage cannot do without and has not got: somebody stopped the AI, or it did not manage. */
function isMissing({ stage, generation, hooks, lines, arrangements, trouble }: Room['view']): boolean {
  if (generation || stage === 'lobby' || stage === 'finished' || stage === 'cancelled') return false
  if (trouble) return true
  if (stage === 'hooks') return !hooks.some(({ by }) => by.kind === 'ai')
  if (stage === 'lyrics') return lines.length === 0
  return stage === 'arranging' && arrangements.length === 0
}

const queueWords = (before: number): string =>
  before === 0
    ? 'It is your turn next.'
    : `${before === 1 ? 'One group is' : `${before} groups are`} before you. You can go on meanwhile.`

/** What the AI does just now, and the way to stop it; or what kept it from doing it, and the way to ask again. */
export function AiAtWork() {
  const { view, queue, step, rights, give } = useRoom()
  const { busy, problem, act } = useAct()
  const { generation, aiPaused, trouble } = view
  const doing = generation && (trouble ? 'The AI is away' : (workWords[generation.kind] ?? 'The AI is at work'))
  const missing = isMissing(view)
  if (!doing && !aiPaused && !missing && !problem) return null
  return (
    <div className="stack">
      {doing && (
        <div className="ai-work">
          <span className="ai-work-notes" aria-hidden="true">
            <span />
            <span />
            <span />
          </span>
          <p>
            <strong>{doing}</strong>
            <span className="soft">
              {trouble
                ? `${trouble} It is tried again by itself; you can go on meanwhile.`
                : queue !== null
                  ? queueWords(queue)
                  : step && stepWords[step]
                    ? `${stepWords[step][0]} …`
                    : 'One moment …'}
            </span>
          </p>
          {rights.leads && (
            <Button
              icon="stop"
              isDisabled={busy}
              onPress={() => act(async () => void (await give({ type: 'stopGeneration' })))}
            >
              Stop it
            </Button>
          )}
        </div>
      )}
      {aiPaused && (
        <Callout tone="note" title={rights.teaches ? 'You have paused the AI' : 'Your teacher has paused the AI'}>
          Everything that people do goes on: vote, write, lock what you love.
        </Callout>
      )}
      {missing && !aiPaused && (
        <Callout
          tone="care"
          title={trouble ? 'The AI did not manage this time' : 'The AI was stopped'}
          actions={
            rights.here && (
              <Button
                icon="again"
                isDisabled={busy}
                onPress={() => act(async () => void (await give({ type: 'askAgain' })))}
              >
                Ask it again
              </Button>
            )
          }
        >
          {trouble ?? 'It can be asked again at any time. Nothing you did is lost.'}
        </Callout>
      )}
      <ActNote problem={problem} />
    </div>
  )
}

import { Button } from '../../design/button.js'
import { useAct } from '../classroom/use-act.js'
import { ActNote } from './act-note.js'
import { type SheetLine, useRoom } from './room.js'
import './author.css'

/** Other words for a line, by the AI: in its frame and under its name, until somebody takes or leaves them. */
export function Offer({ line }: { line: SheetLine }) {
  const { rights, give } = useRoom()
  const { busy, problem, act } = useAct()
  const { offer } = line
  if (offer === null) return null
  const answer = (take: boolean) =>
    act(async () => void (await give({ type: 'answerOffer', line: line.id, take, offer })))
  return (
    <div className="offer">
      <p className="offer-words">
        <span className="author author-ai">AI offers</span> <q>{offer}</q>
      </p>
      {rights.here && (!line.locked || line.lockedByMe) && (
        <div className="row">
          <Button icon="check" isDisabled={busy} aria-label={`Take it: ${offer}`} onPress={() => answer(true)}>
            Take it
          </Button>
          <Button look="quiet" isDisabled={busy} aria-label={`Leave it: ${offer}`} onPress={() => answer(false)}>
            Leave it
          </Button>
        </div>
      )}
      <ActNote problem={problem} />
    </div>
  )
}

import { Button } from '../../design/button.js'
import { Callout } from '../../design/card.js'
import type { LineDraft, SheetLine } from './room.js'
import { author } from './words.js'

interface OvertakenProps {
  line: SheetLine
  mine: LineDraft
  onMine: () => void
  onTheirs: () => void
}

/** Somebody was quicker. Both texts are shown, and one chooses. */
export const Overtaken = ({ line, mine, onMine, onTheirs }: OvertakenProps) => (
  <div role="alert">
    <Callout
      tone="care"
      title="This line has changed while you wrote"
      actions={
        <>
          <Button onPress={onMine}>Go on with mine</Button>
          <Button look="quiet" onPress={onTheirs}>
            Leave it as it is now
          </Button>
        </>
      }
    >
      <dl className="both-texts">
        <div>
          <dt>Now, by {author(line.by)}</dt>
          <dd>{line.text}</dd>
        </div>
        <div>
          <dt>Yours, not sent yet</dt>
          <dd>{mine.text}</dd>
        </div>
      </dl>
    </Callout>
  </div>
)

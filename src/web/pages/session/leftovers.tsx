import { Button } from '../../design/button.js'
import { Callout } from '../../design/card.js'
import { useRoom } from './room.js'
import './said.css'

/** What one was still writing when the group went on: it can no longer be sent, and is not lost either. */
export function Leftovers() {
  const { view, drafts, changeDrafts } = useRoom()
  const hook = view.stage !== 'lobby' && view.stage !== 'hooks' && drafts.hook.trim()
  const lines = view.stage === 'lyrics' ? [] : Object.entries(drafts.lines).filter(([, { text, was }]) => text !== was)
  if (!hook && lines.length === 0) return null
  const texts = [...(hook ? [hook] : []), ...lines.map(([, { text }]) => text)]
  return (
    <Callout
      tone="note"
      title="You were still writing when the group went on"
      actions={
        <Button
          look="quiet"
          onPress={() => changeDrafts({ ...(hook && { hook: '' }), ...(lines.length > 0 && { lines: {} }) })}
        >
          Put it away
        </Button>
      }
    >
      <ul className="held-texts">
        {texts.map((text) => (
          <li key={text}>“{text}”</li>
        ))}
      </ul>
    </Callout>
  )
}

import { useState } from 'react'
import { Button } from '../../design/button.js'
import { Disclosure } from '../../design/disclosure.js'
import { Field } from '../../design/field.js'
import { useAct } from '../classroom/use-act.js'
import { ActNote } from './act-note.js'
import { type SheetLine, useRoom } from './room.js'

/** Another idea of the AI's for this line, with a wish if one has one. */
export function AskAi({ line }: { line: SheetLine }) {
  const { view, give } = useRoom()
  const { busy, problem, act } = useAct()
  const [note, setNote] = useState('')
  return (
    <Disclosure title="Ask the AI for other words">
      <div className="stack">
        <Field
          label="What should be different?"
          hint="It may stay empty. The line changes only if somebody takes what it offers."
          placeholder="shorter, about the roots …"
          maxLength={200}
          value={note}
          onChange={setNote}
        />
        <ActNote problem={problem} />
        <div>
          <Button
            icon="again"
            isDisabled={busy || view.generation !== null || view.aiPaused}
            onPress={() =>
              act(async () => {
                const wish = note.trim()
                await give({ type: 'suggestRewrite', line: line.id, ...(wish && { note: wish }) })
                setNote('')
              })
            }
          >
            Suggest another
          </Button>
        </div>
      </div>
    </Disclosure>
  )
}

import { type FormEvent, type KeyboardEvent, useEffect } from 'react'
import { Button } from '../../design/button.js'
import { Field } from '../../design/field.js'
import { useAct } from '../classroom/use-act.js'
import { ActNote } from './act-note.js'
import { AskAi } from './ask-ai.js'
import { checkSentence, LineChecks } from './line-checks.js'
import { Overtaken } from './overtaken.js'
import { type LineDraft, type SheetLine, useRoom } from './room.js'
import type { CheckOf } from './use-checks.js'

interface LineDeskProps {
  line: SheetLine
  checkOf: CheckOf
  onDone: () => void
}

/** How long somebody has to pause before the checks are read to them. */
const readAfterMs = 1_500

/** Where a line is written. What is in it stays until it is sent or put away, whatever others do meanwhile. */
export function LineDesk({ line, checkOf, onDone }: LineDeskProps) {
  const { drafts, changeDrafts, give, writing, say } = useRoom()
  const { busy, problem, act } = useAct()
  const draft: LineDraft = drafts.lines[line.id] ?? { text: line.text, revision: line.revision, was: line.text }
  const text = draft.text.trim()
  const overtaken = draft.revision !== line.revision && line.text !== draft.text
  const check = checkOf(line.id, draft.text)

  useEffect(() => {
    if (!check || !drafts.lines[line.id]) return
    const timer = setTimeout(() => say(checkSentence(check)), readAfterMs)
    return () => clearTimeout(timer)
  }, [check, drafts.lines, line.id, say])

  const put = (next: LineDraft | null) => {
    const { [line.id]: _, ...others } = drafts.lines
    changeDrafts({ lines: next ? { ...others, [line.id]: next } : others })
  }
  const save = () =>
    act(async () => {
      if (text !== line.text) await give({ type: 'editLine', line: line.id, text, revision: draft.revision })
      put(null)
      writing(null)
      onDone()
    })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (text !== '' && !overtaken) save()
  }
  const away = () => {
    put(null)
    writing(null)
    onDone()
  }
  return (
    <form
      className="line-desk stack"
      onSubmit={submit}
      onKeyDown={(event: KeyboardEvent) => {
        // Shut, not thrown away: what was written is there when the line is opened again.
        if (event.key === 'Escape') onDone()
      }}
    >
      <Field
        label="Your words for this line"
        autoFocus
        maxLength={160}
        value={draft.text}
        onChange={(now) => {
          put({ ...draft, text: now })
          writing(line.id)
        }}
      />
      <LineChecks check={check} />
      {overtaken && (
        <Overtaken
          line={line}
          mine={draft}
          onMine={() => put({ ...draft, revision: line.revision, was: line.text })}
          onTheirs={away}
        />
      )}
      {!overtaken && <ActNote problem={problem} />}
      <div className="row">
        <Button icon="check" type="submit" isDisabled={busy || text === '' || overtaken}>
          Put it in
        </Button>
        <Button look="quiet" onPress={away}>
          Put it away
        </Button>
      </div>
      <AskAi line={line} />
    </form>
  )
}

import { type FormEvent, type KeyboardEvent, useEffect, useState } from 'react'
import { Button } from '../../design/button.js'
import { Callout } from '../../design/card.js'
import { Disclosure } from '../../design/disclosure.js'
import { Field } from '../../design/field.js'
import { useAct } from '../classroom/use-act.js'
import { ActNote } from './act-note.js'
import { checkSentence, LineChecks } from './line-checks.js'
import { type LineDraft, type SheetLine, useRoom } from './room.js'
import type { CheckOf } from './use-checks.js'
import { author } from './words.js'

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

interface OvertakenProps {
  line: SheetLine
  mine: LineDraft
  onMine: () => void
  onTheirs: () => void
}

/** Somebody was quicker. Both texts are shown, and one chooses. */
const Overtaken = ({ line, mine, onMine, onTheirs }: OvertakenProps) => (
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

/** Another idea of the AI's for this line, with a wish if one has one. */
function AskAi({ line }: { line: SheetLine }) {
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

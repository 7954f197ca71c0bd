import { type FormEvent, useRef, useState } from 'react'
import type { AssignmentSettingsInput } from '../../../domain/assignment.js'
import { asProblem } from '../../api/problem.js'
import { Button } from '../../design/button.js'
import { useFirstWrong } from '../../design/use-first-wrong.js'
import type { Form } from '../request/form.js'
import { type Troubles, troublesOf } from '../request/troubles.js'
import { Trouble } from '../trouble.js'
import { missingFrom, type SettingsDraft, settingsOf } from './settings-draft.js'
import { Preview } from './settings-preview.js'
import { TopicPart } from './settings-topic.js'
import { MusicPart, WorkPart } from './settings-work.js'
import './settings.css'
import { useAct } from './use-act.js'

interface SettingsFormProps {
  draft: SettingsDraft
  onChange: (change: Partial<SettingsDraft>) => void
  /** Where the activity has no name of its own yet. */
  asksTitle?: boolean
  /** Grades have been given out of these points. */
  pointsFixed?: boolean
  send: string
  onSend: (settings: AssignmentSettingsInput) => Promise<void>
}

/** What a teacher asks of a song. Only the topic is required; the library fills in what it knows of it. */
export function SettingsForm({ draft, onChange, asksTitle, pointsFixed, send, onSend }: SettingsFormProps) {
  const place = useRef<HTMLFormElement>(null)
  const [tried, setTried] = useState(false)
  const { busy, problem, act } = useAct()
  const [refused, setRefused] = useState<Troubles<SettingsDraft>>({})
  const form: Form<SettingsDraft> = { draft, onChange, wrong: { ...refused, ...(tried && missingFrom(draft)) } }
  const hasField = Object.keys(refused).length > 0
  const toFirstWrong = useFirstWrong(place)

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (Object.keys(missingFrom(draft)).length > 0) return toFirstWrong()
    setRefused({})
    act(async () => {
      try {
        await onSend(settingsOf(draft))
      } catch (thrown) {
        setRefused(troublesOf(asProblem(thrown).faults, draft, { mode: 'size' }))
        toFirstWrong()
        throw thrown
      }
    })
  }

  return (
    <div className="settings-place">
      <form className="settings-form stack" ref={place} onSubmit={submit} noValidate>
        {problem && !hasField && <Trouble problem={problem} />}
        <TopicPart form={form} asksTitle={asksTitle ?? false} />
        <MusicPart form={form} />
        <WorkPart form={form} pointsFixed={pointsFixed ?? false} />
        <div className="row settings-form-end">
          <Button look="main" type="submit">
            {busy ? 'One moment …' : send}
          </Button>
        </div>
      </form>
      <Preview draft={draft} />
    </div>
  )
}

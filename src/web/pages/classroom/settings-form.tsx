import { type FormEvent, useMemo, useRef, useState } from 'react'
import type { AssignmentSettings, AssignmentSettingsInput } from '../../../domain/assignment.js'
import { readTopic, type TopicInBrief } from '../../api/library.js'
import { Button } from '../../design/button.js'
import { Callout } from '../../design/card.js'
import { ComboBox, Select } from '../../design/choices.js'
import { Field } from '../../design/field.js'
import { PickOne } from '../../design/pick-one.js'
import { Announcement } from '../../design/status.js'
import { Toggle } from '../../design/toggle.js'
import { useGenres, useTopics } from '../studio/use-library.js'
import { Brief } from './brief.js'
import { GenreChoice } from './genre-choice.js'
import { Trouble } from './launched.js'
import { filledFrom, missingFrom, type SettingsDraft, settingsOf, type Troubles, troublesOf } from './settings-draft.js'
import { useAct } from './use-act.js'

const subjectNames: Record<TopicInBrief['subject'], string> = {
  science: 'Science',
  mathematics: 'Mathematics',
  'history-civics': 'History and civics',
  geography: 'Geography',
  'language-literature': 'Language and literature',
  'arts-health': 'Arts and health',
}

const levels = [
  { id: 'free', name: 'Each student chooses' },
  { id: 'beginner', name: 'Starting out', detail: 'Few chords, easy to sing' },
  { id: 'intermediate', name: 'Getting on', detail: 'More chords, a wider tune' },
  { id: 'advanced', name: 'Far along', detail: 'Rich chords, bold leaps' },
]

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
  const form = useRef<HTMLFormElement>(null)
  const [tried, setTried] = useState(false)
  const { busy, problem, act } = useAct()
  const wrong: Troubles = { ...(problem && troublesOf(problem)), ...(tried ? missingFrom(draft) : {}) }
  const hasField = problem !== null && Object.keys(troublesOf(problem)).length > 0
  const toFirstWrong = () =>
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (Object.keys(missingFrom(draft)).length > 0) return void toFirstWrong()
    act(async () => {
      try {
        await onSend(settingsOf(draft))
      } finally {
        toFirstWrong()
      }
    })
  }

  return (
    <div className="settings-place">
      <form className="settings-form stack" ref={form} onSubmit={submit} noValidate>
        {problem && !hasField && <Trouble problem={problem} />}
        <TopicPart draft={draft} onChange={onChange} wrong={wrong} asksTitle={asksTitle ?? false} />
        <MusicPart draft={draft} onChange={onChange} wrong={wrong} />
        <WorkPart draft={draft} onChange={onChange} wrong={wrong} pointsFixed={pointsFixed ?? false} />
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

/** Beside the form where there is room: the same words that students will read. */
function Preview({ draft }: { draft: SettingsDraft }) {
  const genres = useGenres()
  const { points = 0, gradeLevel = 6, ...rest } = settingsOf(draft)
  const sound = Object.keys(missingFrom(draft)).length === 0
  return (
    <aside className="settings-preview stack" aria-label="What your students will read">
      <h2 className="settings-preview-title">Your students will read</h2>
      {sound ? (
        <Brief
          settings={{ ...unsaid, ...rest, points, gradeLevel }}
          genres={genres.state === 'here' ? genres.value : []}
        />
      ) : (
        <p className="soft">Once there is a topic, this is where you see the activity as they do.</p>
      )}
    </aside>
  )
}

/** What the service puts where the form says nothing. */
const unsaid: Omit<AssignmentSettings, 'topic' | 'points' | 'gradeLevel'> = {
  instructions: '',
  keyTerms: [],
  facts: [],
  genres: [],
  skillLevel: null,
  mode: { kind: 'alone' },
  showNames: true,
}

interface PartProps {
  draft: SettingsDraft
  onChange: (change: Partial<SettingsDraft>) => void
  wrong: Troubles
}

function TopicPart({ draft, onChange, wrong, asksTitle }: PartProps & { asksTitle: boolean }) {
  const topics = useTopics()
  const known = topics.state === 'here' ? topics.value : []
  const groups = useMemo(
    () =>
      Object.entries(subjectNames).map(([subject, name]) => ({
        name,
        choices: known.filter((topic) => topic.subject === subject),
      })),
    [known],
  )

  async function choose(id: string) {
    onChange({ topic: known.find((topic) => topic.id === id)?.name ?? '' })
    const topic = await readTopic(id).catch(() => null)
    if (topic) onChange({ topic: topic.name, ...filledFrom(draft, topic) })
  }

  return (
    <fieldset className="settings-part stack">
      <legend>What the song is about</legend>
      <ComboBox
        label="Topic"
        hint={`${known.length > 0 ? `Pick one of the ${known.length} in the library, or write your own` : 'Write it as you like'}. This is all that is needed.`}
        placeholder="photosynthesis"
        groups={groups}
        text={draft.topic}
        onText={(topic) => onChange({ topic })}
        chosen={known.find(({ name }) => name === draft.topic)?.id ?? null}
        free
        onChoose={(id) => void choose(id)}
        none="Not in the library? That is fine, write it as you like."
        trouble={wrong.topic}
      />
      <Announcement>
        {draft.filled && `Words and facts of ${draft.filled} were filled in from the library.`}
      </Announcement>
      {draft.filled && (
        <Callout tone="note" title={`Filled in from the library: ${draft.filled}`}>
          Words and facts below are a beginning. Change them to what your class has learned.
        </Callout>
      )}
      <Field
        label="Words the song should use"
        hint="With commas between them. A song has room for some eight."
        rows={2}
        value={draft.keyTerms}
        onChange={(keyTerms) => onChange({ keyTerms })}
        trouble={wrong.keyTerms}
      />
      <Field
        label="Facts the song should sing"
        hint="Each on a line of its own. A song has room for some six; the first ones go first."
        rows={5}
        value={draft.facts}
        onChange={(facts) => onChange({ facts })}
        trouble={wrong.facts}
      />
      {asksTitle && (
        <Field
          label="Name of the activity"
          hint={`In your course. If you leave it empty: “A song about ${draft.topic.trim() || 'the topic'}”.`}
          value={draft.title}
          onChange={(title) => onChange({ title })}
          trouble={wrong.title}
        />
      )}
    </fieldset>
  )
}

function MusicPart({ draft, onChange, wrong }: PartProps) {
  const genres = useGenres()
  const known = genres.state === 'here' ? genres.value : []
  const choose = (at: number) => (id: string | null) =>
    onChange({ genres: draft.genres.map((genre, slot) => (slot === at ? id : genre)) })
  return (
    <fieldset className="settings-part stack">
      <legend>Which music</legend>
      <div className="settings-pair">
        <GenreChoice
          label="One kind of music"
          hint="Empty: each student chooses."
          genres={known}
          chosen={draft.genres[0] ?? null}
          onChoose={choose(0)}
          trouble={wrong.genres}
        />
        <GenreChoice
          label="Another kind of music"
          hint="Empty: each student chooses."
          genres={known}
          chosen={draft.genres[1] ?? null}
          onChoose={choose(1)}
        />
      </div>
      <Select
        label="How much music it asks for"
        choices={levels}
        value={draft.skillLevel}
        onChange={(level) => onChange({ skillLevel: level as SettingsDraft['skillLevel'] })}
      />
    </fieldset>
  )
}

function WorkPart({ draft, onChange, wrong, pointsFixed }: PartProps & { pointsFixed: boolean }) {
  return (
    <fieldset className="settings-part stack">
      <legend>How they work</legend>
      <PickOne
        label="Students work"
        value={draft.mode}
        onChange={(mode) => onChange({ mode })}
        options={[
          { value: 'alone', name: 'Alone', detail: 'Each hands in a song of their own' },
          { value: 'groups', name: 'In groups', detail: 'A few make theirs together' },
        ]}
      />
      {draft.mode === 'groups' && (
        <Toggle on={draft.showNames} onChange={(showNames) => onChange({ showNames })}>
          They see each other’s names
        </Toggle>
      )}
      <div className="settings-pair">
        {draft.mode === 'groups' && (
          <Field
            label="Students in a group, at most"
            inputMode="numeric"
            value={draft.size}
            onChange={(size) => onChange({ size })}
            trouble={wrong.size}
          />
        )}
        <Field
          label="School grade"
          hint="1 to 12. The words are made to fit it."
          inputMode="numeric"
          value={draft.gradeLevel}
          onChange={(gradeLevel) => onChange({ gradeLevel })}
          trouble={wrong.gradeLevel}
        />
        <Field
          label="Points"
          hint={pointsFixed ? 'Grades have been given out of these, so they stay.' : 'What a whole song is worth.'}
          inputMode="decimal"
          isReadOnly={pointsFixed}
          value={draft.points}
          onChange={(value) => onChange({ points: value })}
          trouble={wrong.points}
        />
      </div>
      <Field
        label="What else students should know"
        hint="In your own words, with the topic and all the rest."
        rows={3}
        value={draft.instructions}
        onChange={(instructions) => onChange({ instructions })}
        trouble={wrong.instructions}
      />
    </fieldset>
  )
}

import { useMemo } from 'react'
import { readTopic, type TopicInBrief } from '../../api/library.js'
import { Callout } from '../../design/card.js'
import { ComboBox } from '../../design/choices.js'
import { Field } from '../../design/field.js'
import { Announcement } from '../../design/status.js'
import { useTopics } from '../studio/use-library.js'
import { filledFrom, type SettingsPart } from './settings-draft.js'

const subjectNames: Record<TopicInBrief['subject'], string> = {
  science: 'Science',
  mathematics: 'Mathematics',
  'history-civics': 'History and civics',
  geography: 'Geography',
  'language-literature': 'Language and literature',
  'arts-health': 'Arts and health',
}

/** What the song is about. A topic of the library brings its words and facts with it. */
export function TopicPart({ draft, onChange, wrong, asksTitle }: SettingsPart & { asksTitle: boolean }) {
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
        hint={`${known.length > 0 ? `Pick one of the ${known.length} in the library: nothing else is needed. For a topic of your own,` : 'Write it as you like;'} write three facts below.`}
        placeholder="For example: photosynthesis"
        groups={groups}
        text={draft.topic}
        onText={(topic) => onChange({ topic })}
        chosen={known.find(({ name }) => name === draft.topic)?.id ?? null}
        free
        onChoose={(id) => void choose(id)}
        none="Not in the library? Write it as you like, with three facts about it below."
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

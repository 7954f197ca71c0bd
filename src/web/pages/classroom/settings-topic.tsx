import { readTopic, type TopicInBrief } from '../../api/library.js'
import { Callout } from '../../design/card.js'
import { Field } from '../../design/field.js'
import { Announcement } from '../../design/status.js'
import { entry, type Form } from '../request/form.js'
import { TopicField } from '../request/topic-field.js'
import { useTopics } from '../request/use-library.js'
import { WrittenField } from '../request/written-field.js'
import { filledFrom, type SettingsDraft } from './settings-draft.js'

/** What the song is about. A topic of the library brings its words and facts with it. */
export function TopicPart({ form, asksTitle }: { form: Form<SettingsDraft>; asksTitle: boolean }) {
  const topics = useTopics()
  const { draft, onChange } = form

  async function fill({ id }: TopicInBrief) {
    const topic = await readTopic(id).catch(() => null)
    if (topic) onChange({ topic: topic.name, ...filledFrom(draft, topic) })
  }

  return (
    <fieldset className="settings-part stack">
      <legend>What the song is about</legend>
      <TopicField
        label="Topic"
        topics={topics.state === 'here' ? topics.value : []}
        {...entry(form, 'topic')}
        onPick={(topic) => void fill(topic)}
      />
      <Announcement>
        {draft.filled && `Words and facts of ${draft.filled} were filled in from the library.`}
      </Announcement>
      {draft.filled && (
        <Callout tone="note" title={`Filled in from the library: ${draft.filled}`}>
          Words and facts below are a beginning. Change them to what your class has learned.
        </Callout>
      )}
      <WrittenField of="keyTerms" form={form} />
      <WrittenField of="facts" form={form} />
      {asksTitle && (
        <Field
          label="Name of the activity"
          hint={`In your course. If you leave it empty: “A song about ${draft.topic.trim() || 'the topic'}”.`}
          {...entry(form, 'title')}
        />
      )}
    </fieldset>
  )
}

import { Field } from '../../design/field.js'
import { PickOne } from '../../design/pick-one.js'
import { Select } from '../../design/select.js'
import { Toggle } from '../../design/toggle.js'
import { entry, type Form } from '../request/form.js'
import { GenreFields } from '../request/genre-fields.js'
import { levels } from '../request/levels.js'
import { useGenres } from '../request/use-library.js'
import { WrittenField } from '../request/written-field.js'
import type { SettingsDraft } from './settings-draft.js'

const choices = [
  { id: 'free', name: 'Each student chooses' },
  ...levels.map(({ value, ...level }) => ({ id: value, ...level })),
]

/** Which music: what is left empty each student chooses. */
export function MusicPart({ form }: { form: Form<SettingsDraft> }) {
  const genres = useGenres()
  const { value: chosen, ...genresEntry } = entry(form, 'genres')
  return (
    <fieldset className="settings-part stack">
      <legend>Which music</legend>
      <GenreFields
        labels={['One kind of music', 'Another kind of music']}
        hint="Empty: each student chooses."
        genres={genres.state === 'here' ? genres.value : []}
        chosen={chosen}
        {...genresEntry}
      />
      <Select
        label="How much music it asks for"
        choices={choices}
        value={form.draft.skillLevel}
        onChange={(level) => form.onChange({ skillLevel: level as SettingsDraft['skillLevel'] })}
      />
    </fieldset>
  )
}

/** How students work, and what their work is worth. */
export function WorkPart({ form, pointsFixed }: { form: Form<SettingsDraft>; pointsFixed: boolean }) {
  const { draft, onChange } = form
  const inGroups = draft.mode === 'groups'
  return (
    <fieldset className="settings-part stack">
      <legend>How they work</legend>
      <PickOne
        label="Students work"
        {...entry(form, 'mode')}
        options={[
          { value: 'alone', name: 'Alone', detail: 'Each hands in a song of their own' },
          { value: 'groups', name: 'In groups', detail: 'A few make theirs together' },
        ]}
      />
      {inGroups && (
        <Toggle on={draft.showNames} onChange={(showNames) => onChange({ showNames })}>
          They see each other’s names
        </Toggle>
      )}
      <div className="abreast">
        {inGroups && <Field label="Students in a group, at most" inputMode="numeric" {...entry(form, 'size')} />}
        <WrittenField of="gradeLevel" form={form} />
        <Field
          label="Points"
          hint={pointsFixed ? 'Grades have been given out of these, so they stay.' : 'What a whole song is worth.'}
          inputMode="decimal"
          isReadOnly={pointsFixed}
          {...entry(form, 'points')}
        />
      </div>
      <Field
        label="What else students should know"
        hint="In your own words, with the topic and all the rest."
        rows={3}
        {...entry(form, 'instructions')}
      />
    </fieldset>
  )
}

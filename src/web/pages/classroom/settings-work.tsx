import { Select } from '../../design/choices.js'
import { Field } from '../../design/field.js'
import { PickOne } from '../../design/pick-one.js'
import { Toggle } from '../../design/toggle.js'
import { useGenres } from '../studio/use-library.js'
import { GenreChoice } from './genre-choice.js'
import type { SettingsDraft, SettingsPart } from './settings-draft.js'

const levels = [
  { id: 'free', name: 'Each student chooses' },
  { id: 'beginner', name: 'Starting out', detail: 'Few chords, easy to sing' },
  { id: 'intermediate', name: 'Getting on', detail: 'More chords, a wider tune' },
  { id: 'advanced', name: 'Far along', detail: 'Rich chords, bold leaps' },
]

/** Which music: what is left empty each student chooses. */
export function MusicPart({ draft, onChange, wrong }: SettingsPart) {
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

/** How students work, and what their work is worth. */
export function WorkPart({ draft, onChange, wrong, pointsFixed }: SettingsPart & { pointsFixed: boolean }) {
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

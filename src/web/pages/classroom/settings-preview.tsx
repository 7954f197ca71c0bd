import type { AssignmentSettings } from '../../../domain/assignment.js'
import { useGenres } from '../request/use-library.js'
import { Brief } from './brief.js'
import { missingFrom, type SettingsDraft, settingsOf } from './settings-draft.js'

/** Beside the form where there is room: the same words that students will read. */
export function Preview({ draft }: { draft: SettingsDraft }) {
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

import type { GenreInBrief } from '../../api/library.js'
import { BlendMark } from '../../design/genre-mark.js'
import type { Draft } from './draft.js'
import { GenreLine } from './genre-line.js'
import { blendFamilies, nameOfGenre } from './use-library.js'

/** What was asked for, to look at while it is made. */
export function Wishes({ draft, genres }: { draft: Draft; genres: readonly GenreInBrief[] }) {
  const chosen = draft.genres.filter((genre) => genre !== null)
  const worn = blendFamilies(chosen, genres)
  return (
    <aside className="wishes" aria-label="What you asked for">
      <BlendMark families={worn} />
      <p className="wishes-about">{draft.about}</p>
      <GenreLine names={chosen.map((id) => nameOfGenre(id, genres))} worn={worn} />
    </aside>
  )
}

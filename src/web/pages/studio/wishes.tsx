import type { GenreInBrief } from '../../api/library.js'
import { BlendMark } from '../../design/genre-mark.js'
import { blendFamilies } from '../song/blend.js'
import { GenreLine } from '../song/genre-line.js'
import type { Draft } from './draft.js'
import './wishes.css'

/** What was asked for, to look at while it is made. */
export function Wishes({ draft, genres }: { draft: Draft; genres: readonly GenreInBrief[] }) {
  const chosen = draft.genres.filter((genre) => genre !== null)
  return (
    <aside className="wishes" aria-label="What you asked for">
      <BlendMark families={blendFamilies(chosen, genres)} />
      <p className="wishes-about">{draft.topic}</p>
      <GenreLine blend={chosen} genres={genres} />
    </aside>
  )
}

import type { GenreInBrief } from '../../api/library.js'
import { GenreMark } from '../../design/genre-mark.js'
import { blendFamilies, nameOfGenre } from './blend.js'
import './genre-line.css'

interface GenreLineProps {
  /** In the order of the blend. */
  blend: readonly string[]
  genres: readonly GenreInBrief[]
}

/** "Trap × Baroque", each with its family's sign. */
export function GenreLine({ blend, genres }: GenreLineProps) {
  const worn = blendFamilies(blend, genres)
  return (
    <p className="song-genres">
      {blend.map((id, at) => (
        <span key={id} className="song-genre">
          {at > 0 && <span className="song-times">×</span>}
          {worn[at] && <GenreMark family={worn[at]} />}
          {nameOfGenre(id, genres)}
        </span>
      ))}
    </p>
  )
}

import type { Family } from '../../design/family.js'
import { GenreMark } from '../../design/genre-mark.js'

interface GenreLineProps {
  /** By name, in the order of the blend, and what each wears. */
  names: readonly string[]
  worn: readonly Family[]
}

/** "Trap × Baroque", each with its family's sign. */
export const GenreLine = ({ names, worn }: GenreLineProps) => (
  <p className="song-genres">
    {names.map((name, at) => (
      <span key={name} className="song-genre">
        {at > 0 && <span className="song-times">×</span>}
        {worn[at] && <GenreMark family={worn[at]} />}
        {name}
      </span>
    ))}
  </p>
)

import type { BlendLayer, Song } from '../../../domain/song.js'
import type { GenreInBrief } from '../../api/library.js'
import { GenreMark } from '../../design/genre-mark.js'
import { blendFamilies, nameOfGenre } from './blend.js'
import './notes.css'

const layerWords: Record<BlendLayer, string> = {
  groove: 'The beat',
  harmony: 'The chords',
  melody: 'The tune',
  form: 'The form',
  timbre: 'The sound',
}
const compromiseWords = { tempo: 'Tempo', meter: 'Metre', swing: 'Swing', mode: 'Scale' } as const

interface BlendTabProps {
  song: Song
  /** What is known of its kinds of music. */
  genres: readonly GenreInBrief[]
}

/** What each kind of music gives to the song, and why. */
export function BlendTab({ song: { blend, genres: blended, education }, genres }: BlendTabProps) {
  const worn = blendFamilies(blended, genres)
  const nameOf = (id: string) => nameOfGenre(id, genres)
  return (
    <div className="stack">
      <p className="lead">{blend.summary}</p>
      <ul className="notes">
        {blend.layers.map(({ layer, genre, reason }) => {
          const family = worn[blended.indexOf(genre)]
          return (
            <li key={layer} className={`note note-blend${family ? ` family-${family.slug}` : ''}`}>
              <h3>
                {layerWords[layer]}
                <span className="note-genre">
                  {family && <GenreMark family={family} />} from {nameOf(genre)}
                </span>
              </h3>
              <p>{reason}</p>
            </li>
          )
        })}
      </ul>
      {blend.compromises.length > 0 && (
        <>
          <h3>Where they met half way</h3>
          <ul className="notes">
            {blend.compromises.map(({ what, value, reason }) => (
              <li key={what} className="note">
                <h4>
                  {compromiseWords[what]}: {value}
                </h4>
                <p>{reason}</p>
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>Where they come from</h3>
      <ul className="notes">
        {education.culturalLearning.map(({ genre, text }) => (
          <li key={genre} className="note">
            <h4>{nameOf(genre)}</h4>
            <p>{text}</p>
          </li>
        ))}
      </ul>
    </div>
  )
}

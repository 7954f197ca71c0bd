import type { Song } from '../../../domain/song.js'
import { PlaceButton } from './place-button.js'
import './notes.css'

/** Theory where it can be heard. */
export const MusicTab = ({ song }: { song: Song }) => (
  <ul className="notes">
    {song.theory.map((note) => (
      <li key={note.concept + note.text} className="note">
        <div className="section-head">
          <h3>{note.concept}</h3>
          <PlaceButton place={note.place} about={note.concept} />
        </div>
        <p>{note.text}</p>
      </li>
    ))}
  </ul>
)

import type { GenreInBrief } from '../../api/library.js'
import type { Family } from '../../design/family.js'
import { GenreMark } from '../../design/genre-mark.js'
import type { Player } from '../../player/player.js'
import { ListenButton } from './listen-button.js'
import './genre-chosen.css'

interface GenreChosenProps {
  genre: GenreInBrief
  /** What it wears in the blend. */
  family: Family | undefined
  player: Player
}

/** A kind of music that is chosen: where it comes from, and how it goes. */
export const GenreChosen = ({ genre, family, player }: GenreChosenProps) => (
  <div className={`genre-slot-chosen${family ? ` family-${family.slug}` : ''}`}>
    {family && <GenreMark family={family} />}
    <span>{genre.origin.place}</span>
    <ListenButton genre={genre} player={player} words="Listen" />
  </div>
)

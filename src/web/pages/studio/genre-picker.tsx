import { useEffect, useMemo, useState } from 'react'
import type { GenreInBrief } from '../../api/library.js'
import { ComboBox } from '../../design/choices.js'
import { type Family, families } from '../../design/family.js'
import { GenreMark } from '../../design/genre-mark.js'
import type { Player } from '../../player/player.js'
import { ListenButton } from './listen-button.js'
import { useByRegion } from './use-library.js'

interface SlotProps {
  label: string
  placeholder: string
  genres: readonly GenreInBrief[]
  chosen: string | null
  onChoose: (id: string | null) => void
  family: Family | undefined
  trouble?: string | undefined
  player: Player
}

function Slot({ label, placeholder, genres, chosen, onChoose, family, trouble, player }: SlotProps) {
  const genre = genres.find(({ id }) => id === chosen)
  const [text, setText] = useState(genre?.name ?? '')
  useEffect(() => setText(genre?.name ?? ''), [genre])
  const byRegion = useByRegion(genres)
  const groups = useMemo(
    () =>
      byRegion.map(({ region, genres }) => ({
        name: region,
        choices: genres.map(({ id, name, aliases, origin }) => ({
          id,
          name,
          aliases,
          detail: origin.place,
          mark: <GenreMark family={families[region]} />,
        })),
      })),
    [byRegion],
  )
  return (
    <div className={`genre-slot${family ? ` family-${family.slug}` : ''}`}>
      <ComboBox
        label={label}
        placeholder={placeholder}
        groups={groups}
        text={text}
        onText={(typed) => {
          setText(typed)
          if (typed === '') onChoose(null)
        }}
        chosen={chosen}
        onChoose={onChoose}
        none="Nothing of that name. Try another word, or browse the list."
        trouble={trouble}
      />
      {genre && (
        <div className="genre-slot-chosen">
          {family && <GenreMark family={family} />}
          <span>{genre.origin.place}</span>
          <ListenButton genre={genre} player={player} words="Listen" />
        </div>
      )}
    </div>
  )
}

interface GenrePickerProps {
  genres: readonly GenreInBrief[]
  chosen: readonly (string | null)[]
  onChange: (chosen: (string | null)[]) => void
  worn: readonly Family[]
  trouble?: string | undefined
  player: Player
}

/** Two kinds of music, by name. */
export function GenrePicker({ genres, chosen, onChange, worn, trouble, player }: GenrePickerProps) {
  const labels = ['First kind of music', 'Second kind of music']
  const placeholders = ['trap, samba, k-pop …', 'baroque, blues, gamelan …']
  return (
    <div className="genre-slots">
      {labels.map((label, at) => (
        <Slot
          key={label}
          label={label}
          placeholder={placeholders[at] ?? ''}
          genres={genres}
          chosen={chosen[at] ?? null}
          onChoose={(id) => onChange(labels.map((_, slot) => (slot === at ? id : (chosen[slot] ?? null))))}
          family={chosen[at] ? worn[chosen[0] ? at : 0] : undefined}
          trouble={chosen[at] ? undefined : trouble}
          player={player}
        />
      ))}
    </div>
  )
}

import type { ReactNode } from 'react'
import type { GenreInBrief } from '../../api/library.js'
import type { Family } from '../../design/family.js'
import { blendFamilies } from '../song/blend.js'
import { GenreField } from './genre-field.js'
import './genre-fields.css'

interface GenreFieldsProps {
  /** What each slot of the blend is called; where there is no name, there is nothing to choose. */
  labels?: readonly (string | null)[]
  hint?: string
  genres: readonly GenreInBrief[]
  chosen: readonly (string | null)[]
  onChange: (chosen: (string | null)[]) => void
  /** Said where nothing is chosen yet; where all is chosen, at the first. */
  trouble?: string | undefined
  /** Below the field of a kind of music that is chosen, with what it wears in the blend. */
  below?: (genre: GenreInBrief, worn: Family | undefined) => ReactNode
}

const usual = ['First kind of music', 'Second kind of music']
const placeholders = ['trap, samba, k-pop …', 'baroque, blues, gamelan …']

/** The kinds of music of a blend, by name, beside each other where there is room. */
export function GenreFields({ labels = usual, hint, genres, chosen, onChange, trouble, below }: GenreFieldsProps) {
  const slots = labels.flatMap((label, slot) => (label === null ? [] : [{ label, slot, id: chosen[slot] ?? null }]))
  const wrong = slots.some(({ id }) => id === null) ? slots.filter(({ id }) => id === null) : slots.slice(0, 1)
  const blend = chosen.filter((id) => id !== null)
  const worn = blendFamilies(blend, genres)
  const put = (slot: number, id: string | null) =>
    onChange(Array.from({ length: Math.max(2, chosen.length) }, (_, at) => (at === slot ? id : (chosen[at] ?? null))))
  return (
    <div className="abreast">
      {slots.map((one) => {
        const { label, slot, id } = one
        const genre = genres.find((known) => known.id === id)
        return (
          <div key={slot} className="stack genre-slot">
            <GenreField
              label={label}
              {...(hint ? { hint } : { placeholder: placeholders[slot] ?? '' })}
              genres={genres}
              chosen={id}
              onChoose={(next) => put(slot, next)}
              trouble={wrong.includes(one) ? trouble : undefined}
            />
            {genre && below?.(genre, worn[blend.indexOf(genre.id)])}
          </div>
        )
      })}
    </div>
  )
}

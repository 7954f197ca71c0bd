import { useEffect, useMemo, useState } from 'react'
import type { GenreInBrief } from '../../api/library.js'
import { ComboBox } from '../../design/combo-box.js'
import { families } from '../../design/family.js'
import { GenreMark } from '../../design/genre-mark.js'
import { useByRegion } from './use-library.js'

interface GenreFieldProps {
  label: string
  hint?: string
  placeholder?: string
  genres: readonly GenreInBrief[]
  chosen: string | null
  onChoose: (id: string | null) => void
  trouble?: string | undefined
}

/** One kind of music by its name; an emptied field chooses none. */
export function GenreField({ genres, chosen, onChoose, ...said }: GenreFieldProps) {
  const nameOf = (id: string | null) => genres.find((genre) => genre.id === id)?.name ?? ''
  const name = nameOf(chosen)
  const [text, setText] = useState(name)
  useEffect(() => setText(name), [name])
  const byRegion = useByRegion(genres)
  const groups = useMemo(
    () =>
      byRegion.map(({ region, genres: here }) => ({
        name: region,
        choices: here.map(({ id, name: title, aliases, origin }) => ({
          id,
          name: title,
          aliases,
          detail: origin.place,
          mark: <GenreMark family={families[region]} />,
        })),
      })),
    [byRegion],
  )
  return (
    <ComboBox
      {...said}
      groups={groups}
      text={text}
      onText={(typed) => {
        setText(typed)
        if (typed === '') onChoose(null)
      }}
      chosen={chosen}
      onChoose={(id) => {
        // With the choice, in one go: a text that changes later opens the list again.
        setText(nameOf(id))
        onChoose(id)
      }}
      none="Nothing of that name. Try another word, or browse the list."
    />
  )
}

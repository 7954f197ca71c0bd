import { useEffect, useMemo, useState } from 'react'
import type { GenreInBrief } from '../../api/library.js'
import { ComboBox } from '../../design/choices.js'
import { families } from '../../design/family.js'
import { GenreMark } from '../../design/genre-mark.js'
import { useByRegion } from '../studio/use-library.js'

interface GenreChoiceProps {
  label: string
  hint?: string
  genres: readonly GenreInBrief[]
  chosen: string | null
  onChoose: (id: string | null) => void
  trouble?: string | undefined
  placeholder?: string
}

/** One kind of music by its name; an emptied field chooses none. */
export function GenreChoice({ label, hint, genres, chosen, onChoose, trouble, placeholder }: GenreChoiceProps) {
  const name = genres.find(({ id }) => id === chosen)?.name ?? ''
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
      label={label}
      {...(hint && { hint })}
      {...(placeholder && { placeholder })}
      groups={groups}
      text={text}
      onText={(typed) => {
        setText(typed)
        if (typed === '') onChoose(null)
      }}
      chosen={chosen}
      onChoose={(id) => {
        // With the choice, in one go: a text that changes later opens the list again.
        setText(genres.find((known) => known.id === id)?.name ?? '')
        onChoose(id)
      }}
      none="Nothing of that name. Try another word, or browse the list."
      trouble={trouble}
    />
  )
}

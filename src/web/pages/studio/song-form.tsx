import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { GenreInBrief, TopicInBrief } from '../../api/library.js'
import type { Asked } from '../../api/use-asked.js'
import { Button } from '../../design/button.js'
import { PickOne } from '../../design/pick-one.js'
import { useFirstWrong } from '../../design/use-first-wrong.js'
import type { Player } from '../../player/player.js'
import { entry, type Form } from '../request/form.js'
import { levels } from '../request/levels.js'
import { TopicField } from '../request/topic-field.js'
import type { Troubles } from '../request/troubles.js'
import { type Draft, missingFrom } from './draft.js'
import { GenreStep } from './genre-step.js'
import { MakeTogether } from './make-together.js'
import { MoreWishes } from './more-wishes.js'
import { SongStep } from './song-step.js'
import './song-form.css'

interface SongFormProps {
  draft: Draft
  onChange: (change: Partial<Draft>) => void
  genres: Asked<GenreInBrief[]> & { again: () => void }
  topics: readonly TopicInBrief[]
  /** What the service found wrong, by field. */
  troubles: Troubles<Draft>
  player: Player
  onMake: () => void
}

export function SongForm({ draft, onChange, genres, topics, troubles, player, onMake }: SongFormProps) {
  const [asked, setAsked] = useState(false)
  const place = useRef<HTMLFormElement>(null)
  const form: Form<Draft> = { draft, onChange, wrong: { ...troubles, ...(asked && missingFrom(draft)) } }
  const goToFirstWrong = useFirstWrong(place)

  function make(event: FormEvent) {
    event.preventDefault()
    setAsked(true)
    if (Object.keys(missingFrom(draft)).length === 0) return onMake()
    goToFirstWrong()
  }
  // What the service found wrong is mended where it is wrong, however far down that is.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each answer
  useEffect(() => {
    if (Object.keys(troubles).length > 0) goToFirstWrong()
  }, [])

  return (
    <form className="song-form studio-sheet" ref={place} onSubmit={make} noValidate>
      <SongStep mark="A" name="What is it about?">
        <TopicField label="A topic from school" topics={topics} {...entry(form, 'topic')} />
      </SongStep>
      <SongStep mark="B" name="Which two kinds of music meet?">
        <GenreStep form={form} genres={genres} player={player} />
      </SongStep>
      <SongStep mark="C" name="How much music do you know?">
        <PickOne label="Level" options={levels} {...entry(form, 'skillLevel')} />
        <MoreWishes form={form} />
      </SongStep>
      <div className="song-form-end">
        <Button look="main" type="submit">
          Make the song
        </Button>
        <MakeTogether draft={draft} />
      </div>
    </form>
  )
}

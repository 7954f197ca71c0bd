import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react'
import type { GenreInBrief, TopicInBrief } from '../../api/library.js'
import type { Asked } from '../../api/use-asked.js'
import { Button } from '../../design/button.js'
import { Callout } from '../../design/card.js'
import { ComboBox } from '../../design/choices.js'
import { Disclosure } from '../../design/disclosure.js'
import type { Family } from '../../design/family.js'
import { PickOne } from '../../design/pick-one.js'
import { useFirstWrong } from '../../design/use-first-wrong.js'
import type { Player } from '../../player/player.js'
import { type Draft, missingFrom, type Troubles } from './draft.js'
import { GenreBrowser } from './genre-browser.js'
import { GenrePicker } from './genre-picker.js'
import { MakeTogether } from './make-together.js'
import { MoreWishes } from './more-wishes.js'

const subjectNames: Record<TopicInBrief['subject'], string> = {
  science: 'Science',
  mathematics: 'Mathematics',
  'history-civics': 'History and civics',
  geography: 'Geography',
  'language-literature': 'Language and literature',
  'arts-health': 'Arts and health',
}

const levels = [
  { value: 'beginner', name: 'Starting out', detail: 'Few chords, easy to sing' },
  { value: 'intermediate', name: 'Getting on', detail: 'More chords, a wider tune' },
  { value: 'advanced', name: 'Far along', detail: 'Rich chords, bold leaps' },
] as const

interface SongFormProps {
  draft: Draft
  onChange: (change: Partial<Draft>) => void
  genres: Asked<GenreInBrief[]> & { again: () => void }
  topics: readonly TopicInBrief[]
  worn: readonly Family[]
  /** What the service found wrong, by field. */
  troubles: Troubles
  player: Player
  onMake: () => void
}

export function SongForm({ draft, onChange, genres, topics, worn, troubles, player, onMake }: SongFormProps) {
  const [asked, setAsked] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const missing = asked ? missingFrom(draft) : {}
  const wrong: Troubles = { ...troubles, ...missing }
  const all = genres.state === 'here' ? genres.value : []
  const groups = useMemo(
    () =>
      Object.entries(subjectNames).map(([subject, name]) => ({
        name,
        choices: topics.filter((topic) => topic.subject === subject),
      })),
    [topics],
  )

  const goToFirstWrong = useFirstWrong(form)
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

  function pick(id: string) {
    const slot = draft.genres[0] === null ? 0 : 1
    onChange({ genres: draft.genres.map((genre, at) => (at === slot ? id : genre)) })
  }

  function surprise() {
    const first = Math.floor(Math.random() * all.length)
    const second = (first + 1 + Math.floor(Math.random() * (all.length - 1))) % all.length
    onChange({ genres: [all[first]?.id ?? null, all[second]?.id ?? null] })
  }

  return (
    <form className="song-form studio-sheet" ref={form} onSubmit={make} noValidate>
      <section className="song-step" aria-labelledby="step-about">
        <h2 id="step-about" className="song-step-name">
          <span className="rehearsal-mark">A</span> What is it about?
        </h2>
        <div className="stack">
          <ComboBox
            label="A topic from school"
            hint={
              topics.length > 0
                ? `Pick one of the ${topics.length} in the list, or write your own.`
                : 'A word or a sentence.'
            }
            placeholder="photosynthesis"
            groups={groups}
            text={draft.about}
            onText={(about) => onChange({ about, topic: topics.some(({ name }) => name === about) ? about : '' })}
            chosen={topics.find(({ name }) => name === draft.topic)?.id ?? null}
            free
            onChoose={(id) => {
              const name = topics.find((topic) => topic.id === id)?.name ?? ''
              onChange({ about: name, topic: name })
            }}
            none="Not in the list? That is fine, write it as you like."
            trouble={wrong.about}
          />
        </div>
      </section>

      <section className="song-step" aria-labelledby="step-genres">
        <h2 id="step-genres" className="song-step-name">
          <span className="rehearsal-mark">B</span> Which two kinds of music meet?
        </h2>
        <div className="stack">
          <GenrePicker
            genres={all}
            chosen={draft.genres}
            onChange={(chosen) => onChange({ genres: chosen })}
            worn={worn}
            trouble={wrong.genres}
            player={player}
          />
          {genres.state === 'problem' && (
            <Callout
              tone="care"
              title="The list of music did not come"
              actions={
                <Button icon="again" onPress={genres.again}>
                  Try again
                </Button>
              }
            />
          )}
          <div className="row">
            <Button icon="swap" isDisabled={all.length < 2} onPress={surprise}>
              Surprise me
            </Button>
          </div>
          {all.length > 0 && (
            <Disclosure title={`Find them by ear: listen to all ${all.length}`}>
              <GenreBrowser genres={all} chosen={draft.genres} onPick={pick} player={player} />
            </Disclosure>
          )}
        </div>
      </section>

      <section className="song-step" aria-labelledby="step-level">
        <h2 id="step-level" className="song-step-name">
          <span className="rehearsal-mark">C</span> How much music do you know?
        </h2>
        <div className="stack">
          <PickOne label="Level" value={draft.level} onChange={(level) => onChange({ level })} options={levels} />
          <MoreWishes draft={draft} onChange={onChange} wrong={wrong} />
        </div>
      </section>

      <div className="song-form-end">
        <Button look="main" type="submit">
          Make the song
        </Button>
        <MakeTogether draft={draft} />
      </div>
    </form>
  )
}

import type { GenreInBrief } from '../../api/library.js'
import type { Asked } from '../../api/use-asked.js'
import { Button } from '../../design/button.js'
import { Callout } from '../../design/card.js'
import { Disclosure } from '../../design/disclosure.js'
import type { Player } from '../../player/player.js'
import { entry, type Form } from '../request/form.js'
import { GenreChosen } from '../request/genre-chosen.js'
import { GenreFields } from '../request/genre-fields.js'
import type { Draft } from './draft.js'
import { GenreBrowser } from './genre-browser.js'

interface GenreStepProps {
  form: Form<Draft>
  genres: Asked<GenreInBrief[]> & { again: () => void }
  player: Player
}

/** Two kinds of music: by name, by ear, or by chance. */
export function GenreStep({ form, genres, player }: GenreStepProps) {
  const all = genres.state === 'here' ? genres.value : []
  const { value: chosen, onChange: choose, trouble } = entry(form, 'genres')

  function pick(id: string) {
    const slot = chosen[0] === null ? 0 : 1
    choose(chosen.map((genre, at) => (at === slot ? id : genre)))
  }
  function surprise() {
    const first = Math.floor(Math.random() * all.length)
    const second = (first + 1 + Math.floor(Math.random() * (all.length - 1))) % all.length
    choose([all[first]?.id ?? null, all[second]?.id ?? null])
  }

  return (
    <>
      <GenreFields
        genres={all}
        chosen={chosen}
        onChange={choose}
        trouble={trouble}
        below={(genre, family) => <GenreChosen genre={genre} family={family} player={player} />}
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
          <GenreBrowser genres={all} chosen={chosen} onPick={pick} player={player} />
        </Disclosure>
      )}
    </>
  )
}

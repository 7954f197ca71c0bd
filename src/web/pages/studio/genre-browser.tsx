import type { GenreInBrief } from '../../api/library.js'
import { Button } from '../../design/button.js'
import { families } from '../../design/family.js'
import { GenreMark } from '../../design/genre-mark.js'
import { Tabs } from '../../design/tabs.js'
import type { Player } from '../../player/player.js'
import { ListenButton } from '../request/listen-button.js'
import { useByRegion } from '../request/use-library.js'
import './genre-browser.css'

interface GenreBrowserProps {
  genres: readonly GenreInBrief[]
  chosen: readonly (string | null)[]
  onPick: (id: string) => void
  player: Player
}

/** All kinds of music by where they come from, each to be heard before it is chosen. */
export function GenreBrowser({ genres, chosen, onPick, player }: GenreBrowserProps) {
  const byRegion = useByRegion(genres)
  return (
    <Tabs
      label="Parts of the world"
      tabs={byRegion.map(({ region, genres }) => ({
        id: region,
        name: (
          <>
            <GenreMark family={families[region]} />
            {region}
          </>
        ),
        content: (
          <ul className="genre-list">
            {genres.map((genre) => {
              const picked = chosen.includes(genre.id)
              return (
                <li key={genre.id} className="genre-item">
                  <ListenButton genre={genre} player={player} />
                  <span className="genre-item-name">
                    <strong>{genre.name}</strong>
                    <span className="small soft">{genre.origin.place}</span>
                  </span>
                  <Button
                    icon={picked ? 'check' : undefined}
                    isDisabled={picked}
                    aria-label={picked ? `${genre.name} is picked` : `Pick ${genre.name}`}
                    onPress={() => onPick(genre.id)}
                  >
                    {picked ? 'Picked' : 'Pick'}
                  </Button>
                </li>
              )
            })}
          </ul>
        ),
      }))}
    />
  )
}

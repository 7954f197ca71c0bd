import { createContext, useContext } from 'react'
import type { Place } from '../../../domain/finding.js'
import { Button } from '../../design/button.js'
import { barOf } from './bars.js'
import type { SongPlayer } from './use-song-player.js'

interface Pointing {
  playing: SongPlayer
  /** Marks a bar on the sheet and plays from it. */
  point: (bar: number) => void
}
export const PointingContext = createContext<Pointing | null>(null)

/** "Bar 12": shows the place on the sheet and plays it. Nothing where the whole song is meant. */
export function PlaceButton({ place, about }: { place: Place; about: string }) {
  const pointing = useContext(PointingContext)
  const bar = pointing && barOf(place, pointing.playing.bars)
  if (!pointing || bar === null) return null
  return (
    <Button look="quiet" icon="play" aria-label={`Play bar ${bar}: ${about}`} onPress={() => pointing.point(bar)}>
      Bar {bar}
    </Button>
  )
}

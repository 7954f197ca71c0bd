import type { Place } from '../../../domain/finding.js'
import { Button } from '../../design/button.js'
import { barOf } from './bars.js'
import { useHeard } from './heard.js'

/** "Bar 12": shows the place on the sheet and plays it. Nothing where the whole song is meant. */
export function PlaceButton({ place, about }: { place: Place; about: string }) {
  const { playing, point } = useHeard()
  const bar = barOf(place, playing.bars)
  if (bar === null) return null
  return (
    <Button look="quiet" icon="play" aria-label={`Play bar ${bar}: ${about}`} onPress={() => point(bar)}>
      Bar {bar}
    </Button>
  )
}

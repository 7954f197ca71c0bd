import type { Genre } from '../../domain/genre.js'
import type { Meter } from '../../domain/meter.js'

/** The metre of a blend: the groove's first, or another of its metres when every genre shares that one. */
export function settleMeter(groove: Genre, genres: readonly Genre[]): Meter {
  const shared = groove.meters.filter((meter) => genres.every((genre) => genre.meters.includes(meter)))
  return shared.includes(groove.meters[0]!) ? groove.meters[0]! : (shared[0] ?? groove.meters[0]!)
}

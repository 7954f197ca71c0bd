import { type Blend, blendLayers } from '../../domain/song.js'
import { genreById } from '../../knowledge/genres.js'
import type { LayerGenres } from './arrange.js'

/** The genres behind a blend's layers; `null` when one of them is no longer known. */
export function layersOf(blend: Pick<Blend, 'layers'>): LayerGenres | null {
  const found = blendLayers.map(
    (layer) => [layer, genreById(blend.layers.find((given) => given.layer === layer)?.genre ?? '')] as const,
  )
  return found.every(([, genre]) => genre !== undefined) ? (Object.fromEntries(found) as LayerGenres) : null
}

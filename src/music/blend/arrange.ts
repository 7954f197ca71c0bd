import type { Genre } from '../../domain/genre.js'
import type { Meter } from '../../domain/meter.js'
import type { Arrangement, blendLayers } from '../../domain/song.js'
import { fitGrid, fitSteps } from '../rhythm/fit-steps.js'

export type LayerGenres = Record<(typeof blendLayers)[number], Genre>

/**
 * How the band plays a blend: the groove's genre gives the drums and the swing, the harmony's the way bass and chords move, the
 * timbre's the instruments.
 */
export function arrange(layers: LayerGenres, meter: Meter): Arrangement {
  const { groove, harmony, timbre } = layers
  const drumMeter = groove.meters[0]!
  const bandMeter = harmony.meters[0]!
  return {
    swing: groove.feel.swing,
    drums: {
      groove: fitGrid(groove.drums.groove, drumMeter, meter),
      fill: fitGrid(groove.drums.fill, drumMeter, meter),
    },
    bass: { program: timbre.programs.bass, rhythm: fitSteps(harmony.bassRhythm, bandMeter, meter) },
    chords: {
      program: timbre.programs.chords,
      rhythm: fitSteps(harmony.chordRhythm, bandMeter, meter),
      arpeggio: harmony.arpeggio,
    },
    melody: { program: timbre.programs.melody },
  }
}

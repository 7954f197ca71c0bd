import type { Genre } from '../domain/genre.js'
import type { SongPlan } from '../domain/plan.js'
import { blendLayers, type Key, type SectionKind } from '../domain/song.js'
import type { GenreAnalysis } from '../domain/tasks.js'
import { findGenre, genreById } from '../knowledge/genres.js'
import { arrange, type LayerGenres } from './blend/arrange.js'
import { assignLayers } from './blend/assign-layers.js'
import { layerReasons } from './blend/layer-reasons.js'
import { chordsOf, fitsAlone, fitsMode, forLevel } from './harmony/fit-progression.js'
import { type Progressions, planSections } from './plan/plan-sections.js'
import { shapeVerses, type Wishes } from './plan/shape-verses.js'
import { seeded } from './random.js'
import { signatureOf } from './theory/keys.js'

/** The same key written with fewer signs: G# minor has five sharps, D# major would have nine. */
const simplest: Record<string, string> = {
  'C#': 'Db',
  'D#': 'Eb',
  'E#': 'F',
  'F#': 'Gb',
  'G#': 'Ab',
  'A#': 'Bb',
  'B#': 'C',
  Db: 'C#',
  Eb: 'D#',
  Fb: 'E',
  Gb: 'F#',
  Ab: 'G#',
  Bb: 'A#',
  Cb: 'B',
}

function readableKey(key: Key): Key {
  const other = simplest[key.tonic]
  if (Math.abs(signatureOf(key)) <= 6 || other === undefined) return key
  const respelled = { ...key, tonic: other }
  return Math.abs(signatureOf(respelled)) < Math.abs(signatureOf(key)) ? respelled : key
}

/** The analysis' layers as genres, when each layer is given once and each genre gives; else a sharing of our own. */
function layersOf(analysis: GenreAnalysis, genres: readonly Genre[], seed: number): LayerGenres {
  const named = blendLayers.map((layer) => {
    const { genre = '' } = analysis.layers.find((given) => given.layer === layer) ?? {}
    const id = (genreById(genre) ?? findGenre(genre))?.id
    return genres.find((wanted) => wanted.id === id)
  })
  const whole = named.every((genre) => genre !== undefined) && new Set(named).size === genres.length
  if (!whole) return assignLayers(genres, seeded(seed, 'layers'))
  return Object.fromEntries(blendLayers.map((layer, at) => [layer, named[at]])) as LayerGenres
}

/** The phrase with what no theory explains taken out; the genre's own when too little is left. */
function mendPhrase(phrase: readonly string[], key: Key, own: readonly string[]): readonly string[] {
  const sound = phrase.filter((chord) => fitsAlone(chord, key.mode))
  if (sound.length >= Math.min(2, phrase.length) && fitsMode(sound, key.mode)) return sound
  return (
    own.map(chordsOf).find((chords) => fitsMode(chords, key.mode)) ??
    (fitsAlone('i', key.mode) ? ['i', 'iv', 'v', 'i'] : ['I', 'IV', 'V', 'I'])
  )
}

/**
 * A song before its words: from what the genres decide to spelled chords, sections and lines to fill. Whatever the analysis
 * holds (a model may have written it), the plan is one that can be sung and explained. The same analysis and seed give the same.
 * `wanted`: the sections in the place of a form of the genre's own, for words that are there already.
 */
export function planSong(analysis: GenreAnalysis, request: Wishes, wanted?: readonly SectionKind[]): SongPlan {
  const { skillLevel: level, seed } = request
  const genres = request.genres.map((id) => genreById(id)).filter((genre) => genre !== undefined)
  const layers = layersOf(analysis, genres, seed)
  const key = readableKey({ tonic: analysis.tonic, mode: analysis.mode })
  const { meter, tempo } = analysis
  const progressions = Object.fromEntries(
    (['verse', 'chorus', 'bridge'] as const).map((kind) => {
      const phrase = mendPhrase(analysis.progressions[kind], key, layers.harmony.progressions[kind])
      return [kind, phrase.map((chord) => forLevel(chord, level))]
    }),
  ) as unknown as Progressions
  const form = wanted ?? seeded(seed, 'form', layers.form.id).pick(layers.form.forms)
  const arrangement = arrange(layers, meter)
  const sections = planSections({ key, meter, tempo, level, ...shapeVerses(form, request), progressions })
  return {
    genres: genres.map((genre) => genre.id),
    blend: {
      summary: analysis.summary,
      layers: layerReasons(layers, { key, meter, arrangement, sections }, level),
      compromises: analysis.compromises,
    },
    key,
    tempo,
    meter,
    arrangement,
    sections,
  }
}

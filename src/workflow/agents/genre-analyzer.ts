import { blendLayers } from '../../domain/song.js'
import type { GenreAnalysis } from '../../domain/tasks.js'
import { findGenre, genreById } from '../../knowledge/genres.js'
import { planSong } from '../../music/plan-song.js'
import { parseRoman, romanText } from '../../music/theory/roman.js'
import { genreAnalyzerPrompt } from '../prompts/genre-analyzer.js'
import { type Agent, audience } from './agent.js'
import { unsafeFault } from './unsafe.js'

/** A genre as the request names it, however the model spelled it. */
const idOf = (name: string): string => findGenre(name)?.id ?? name

const tidyRoman = (text: string): string => {
  const roman = parseRoman(text)
  return roman ? romanText(roman) : text
}

const mapProgressions = (
  { verse, chorus, bridge }: GenreAnalysis['progressions'],
  tidy: (roman: string) => string,
) => ({
  verse: verse.map(tidy),
  chorus: chorus.map(tidy),
  bridge: bridge.map(tidy),
})

/** Within what the genres know, from the slowest of them to the fastest. */
function playable(tempo: number, genres: readonly string[]): number {
  const ranges = genres.flatMap((id) => genreById(id)?.tempo ?? [])
  return ranges.length === 0 ? tempo : Math.min(Math.max(tempo, Math.min(...ranges)), Math.max(...ranges))
}

function layersFault({ layers, culturalLearning }: GenreAnalysis, genres: readonly string[]): string | null {
  const missing = blendLayers.filter((layer) => !layers.some((entry) => entry.layer === layer))
  if (missing.length > 0) return `layers must have each layer once; missing: ${missing.join(', ')}`
  const strange = [...layers, ...culturalLearning].map(({ genre }) => genre).filter((genre) => !genres.includes(genre))
  if (strange.length > 0) return `only these genres: ${genres.join(', ')}; not: ${strange.join(', ')}`
  const unused = genres.filter((genre) => !layers.some((entry) => entry.genre === genre))
  return unused.length > 0 ? `every genre gives at least one layer; unused: ${unused.join(', ')}` : null
}

function progressionsFault({ progressions }: GenreAnalysis): string | null {
  const unread = Object.values(progressions)
    .flat()
    .filter((roman) => parseRoman(roman) === null)
  return unread.length > 0 ? `not Roman numerals: ${unread.join(', ')}` : null
}

/** How the genres meet. It names; the plan, with every chord spelled, is computed. */
export const genreAnalyzer: Agent<'genre_analyzer'> = {
  name: 'genre_analyzer',
  part: 'blend',
  input: (state) => ({
    ...audience(state, 'genre_analyzer'),
    topic: state.request.topic,
    genres: state.request.genres,
  }),
  prompt: genreAnalyzerPrompt,
  mend: (value, { genres }) => ({
    ...value,
    tempo: playable(value.tempo, genres),
    layers: value.layers
      .map((layer) => ({ ...layer, genre: idOf(layer.genre) }))
      .sort((a, b) => blendLayers.indexOf(a.layer) - blendLayers.indexOf(b.layer)),
    progressions: mapProgressions(value.progressions, tidyRoman),
    culturalLearning: value.culturalLearning.map((entry) => ({ ...entry, genre: idOf(entry.genre) })),
  }),
  refuse: (value, input) => layersFault(value, input.genres) ?? progressionsFault(value) ?? unsafeFault(value, input),
  add: (analysis, { request }) => ({ analysis, plan: planSong(analysis, request) }),
  tell: ({ tonic, mode, tempo, meter }) =>
    `Blends the genres in ${tonic} ${mode}, ${meter}, at ${tempo} beats a minute.`,
}

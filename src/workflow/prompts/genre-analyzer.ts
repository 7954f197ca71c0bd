import type { Genre } from '../../domain/genre.js'
import { blendLayers } from '../../domain/song.js'
import type { TaskInput } from '../../domain/tasks.js'
import { genreById } from '../../knowledge/genres.js'
import type { Prompt } from '../../ports.js'
import { promptOf } from './house-rules.js'

const known = ({
  id,
  name,
  tempo,
  meters,
  modes,
  feel,
  scales,
  progressions,
  instruments,
  origin,
  history,
}: Genre) => ({
  ...{ id, name, tempo, meters, modes, feel: feel.text, scales, progressions, instruments, origin, history },
})

export function genreAnalyzerPrompt(input: TaskInput<'genre_analyzer'>): Prompt {
  return promptOf(
    input,
    [
      'You are a producer and a music theorist who blends genres into one song.',
      `layers: exactly five, one for each of ${blendLayers.join(', ')}. Say which genre (its id) gives the layer and why that works. Every genre gives at least one.`,
      'tempo (quarter notes a minute), meter and mode: where the genres can meet. compromises: what each had to give up, and why.',
      'progressions: Roman numerals with case, one chord a bar, four or eight bars each: capital for major ("IV"), small for minor ("vi"), "7", "maj7", "°", "bVI", "V/V". Take them from the genres or keep to their manner.',
      'tonic: a key that is comfortable to sing in, spelled like "C", "F#" or "Eb".',
      'summary: two sentences on the blend. culturalLearning: for each genre one or two careful sentences on where it comes from and who made it, respectful and without clichés.',
    ],
    {
      genres: input.genres.map((id) => {
        const genre = genreById(id)
        return genre ? known(genre) : { id }
      }),
    },
  )
}

import type { Genre } from '../../domain/genre.js'
import type { SkillLevel } from '../../domain/mashup-request.js'
import type { Blend, Mode } from '../../domain/song.js'
import type { GenreAnalysis, TaskInput } from '../../domain/tasks.js'
import { genreById } from '../../knowledge/genres.js'
import type { LayerGenres } from '../blend/arrange.js'
import { assignLayers } from '../blend/assign-layers.js'
import { listWords } from '../blend/hear-groove.js'
import { modeName } from '../blend/melody-scale.js'
import { settleMeter } from '../blend/settle-meter.js'
import { type SettledTempo, settleTempo, type TempoRelation } from '../blend/settle-tempo.js'
import { chordsOf, fitsMode } from '../harmony/fit-progression.js'
import { planSong } from '../plan-song.js'
import { type Random, seeded } from '../random.js'
import { explainChord } from '../theory/explain-chord.js'
import { signatureOf } from '../theory/keys.js'

const tonics = ['C', 'G', 'D', 'A', 'E', 'B', 'F', 'Bb', 'Eb', 'Ab', 'Db', 'F#'] as const
const mostSigns: Record<SkillLevel, number> = { beginner: 2, intermediate: 3, advanced: 5 }

function settleMode({ harmony, melody }: LayerGenres, genres: readonly Genre[], random: Random): Mode {
  const shared = harmony.modes.filter((mode) => genres.every((genre) => genre.modes.includes(mode)))
  const close = harmony.modes.filter((mode) => melody.modes.includes(mode))
  return random.pick(shared.length > 0 ? shared : close.length > 0 ? close : [harmony.modes[0]!])
}

/** Beginners stay with chords of the key where the genre has such a phrase. */
function choosePhrase(phrases: readonly string[], mode: Mode, level: SkillLevel, random: Random): string[] {
  const fitting = phrases.map(chordsOf).filter((chords) => fitsMode(chords, mode))
  const plain = fitting.filter((chords) =>
    chords.every((chord) =>
      ['diatonic', 'leading-tone'].includes(explainChord(chord, { tonic: 'C', mode })?.kind ?? ''),
    ),
  )
  return random.pick(level === 'beginner' && plain.length > 0 ? plain : fitting)
}

/** How a genre takes the song's tempo: "is felt at half that speed". */
function takesTempo({ name, tempo: [, fastest] }: Genre, tempo: number, relation: TempoRelation): string {
  if (relation === 'same') return `${name} is at home there`
  if (relation === 'bent') return `${name} goes ${tempo > fastest ? 'faster' : 'slower'} than it usually does`
  return `${name} is felt at ${relation} that speed`
}

function compromisesOf(
  genres: readonly Genre[],
  layers: LayerGenres,
  { tempo, relations }: SettledTempo,
  meter: GenreAnalysis['meter'],
  mode: Mode,
): Blend['compromises'] {
  const compromises: Blend['compromises'] = []
  const others = genres.filter((genre) => genre.id !== layers.groove.id)
  const heard = genres.map((genre) => takesTempo(genre, tempo, relations.get(genre.id)!))
  if ([...relations.values()].some((relation) => relation !== 'same'))
    compromises.push({
      what: 'tempo',
      value: `${tempo} bpm`,
      reason: `The song keeps ${tempo} beats a minute: ${listWords(heard)}.`,
    })
  else
    compromises.push({
      what: 'tempo',
      value: `${tempo} bpm`,
      reason:
        `${tempo} beats a minute lies where ${listWords(genres.map((genre) => genre.name))} are both at home.`.replace(
          genres.length > 2 ? ' both' : '\u0000',
          ' all',
        ),
    })
  const strangers = genres.filter((genre) => !genre.meters.includes(meter))
  if (strangers.length > 0)
    compromises.push({
      what: 'meter',
      value: meter,
      reason: `${layers.groove.name} sets the metre, ${meter}. ${listWords(strangers.map((genre) => `${genre.name} usually counts ${genre.meters[0]}`))}, so what it gives is fitted to these bars beat by beat.`,
    })
  const unlike = others.filter((genre) => Math.abs(genre.feel.swing - layers.groove.feel.swing) > 0.03)
  if (unlike.length > 0) {
    const swings = layers.groove.feel.swing >= 0.54
    compromises.push({
      what: 'swing',
      value: layers.groove.feel.swing.toFixed(2),
      reason: `All layers share the ${swings ? 'swinging off-beats' : 'even off-beats'} of ${layers.groove.name}; ${listWords(unlike.map((genre) => genre.name))} alone would play them ${swings ? 'straighter' : 'with more swing'}.`,
    })
  }
  const moodless = genres.filter((genre) => !genre.modes.includes(mode))
  if (moodless.length > 0)
    compromises.push({
      what: 'mode',
      value: mode,
      reason: `The chords are in the ${modeName({ tonic: 'C', mode })}, which ${layers.harmony.name} uses. ${listWords(moodless.map((genre) => genre.name))} mostly ${moodless.length > 1 ? 'take' : 'takes'} other scales and ${moodless.length > 1 ? 'lend' : 'lends'} rhythm, sound or form instead of them.`,
    })
  return compromises
}

const culturalText = (genre: Genre): string => `${genre.history} Listen for ${listWords(genre.listenFor.slice(0, 2))}.`

/** Rules whose findings another choice here can mend; every other choice stays as the seed made it. */
const mends = {
  phrases: ['chord-explained', 'chord-spelling', 'cadence'],
  tempo: ['song-length', 'singing-pace'],
  key: ['range'],
} as const

/**
 * The embedded composer's genre analyzer: which genre gives which layer, and one key, tempo and metre for all. With findings of
 * an earlier try it draws again only what they name.
 */
export function analyzeGenres(input: TaskInput<'genre_analyzer'>): GenreAnalysis {
  const { seed, skillLevel } = input
  const genres = input.genres.map((id) => genreById(id)).filter((genre) => genre !== undefined)
  const blamed = (rules: readonly string[]) =>
    input.findings.some((finding) => finding.severity !== 'info' && rules.includes(finding.rule)) ? 'again' : 'first'
  const layers = assignLayers(genres, seeded(seed, 'layers'))
  const meter = settleMeter(layers.groove, genres)
  const settled = settleTempo(layers.groove, genres, seeded(seed, 'tempo', blamed(mends.tempo)))
  const mode = settleMode(layers, genres, seeded(seed, 'mode'))
  const readable = tonics.filter((tonic) => Math.abs(signatureOf({ tonic, mode })) <= mostSigns[skillLevel])
  const tonic = seeded(seed, 'tonic', blamed(mends.key)).pick(readable)
  const phrases = seeded(seed, 'phrases', blamed(mends.phrases))
  const { verse, chorus, bridge } = layers.harmony.progressions
  const analysis: GenreAnalysis = {
    summary: `${layers.groove.name} gives the groove and ${layers.harmony.name} the chords; the tune is built as in ${layers.melody.name}, the form is one of ${layers.form.name}, and the sound is that of ${layers.timbre.name}.`,
    tonic,
    mode,
    tempo: settled.tempo,
    meter,
    layers: Object.entries(layers).map(([layer, genre]) => ({
      layer: layer as keyof LayerGenres,
      genre: genre.id,
      reason: genre.feel.text,
    })),
    compromises: compromisesOf(genres, layers, settled, meter, mode),
    progressions: {
      verse: choosePhrase(verse, mode, skillLevel, phrases),
      chorus: choosePhrase(chorus, mode, skillLevel, phrases),
      bridge: choosePhrase(bridge, mode, skillLevel, phrases),
    },
    culturalLearning: genres.map((genre) => ({ genre: genre.name, text: culturalText(genre) })),
  }
  const plan = planSong(analysis, { genres: genres.map((genre) => genre.id), skillLevel, seed })
  return { ...analysis, layers: plan.blend.layers }
}

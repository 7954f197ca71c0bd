import type { SkillLevel } from '../../domain/mashup-request.js'
import type { SongPlan } from '../../domain/plan.js'
import { type Blend, blendLayers } from '../../domain/song.js'
import { instrumentName } from '../instruments.js'
import type { LayerGenres } from './arrange.js'
import { hearGroove, listWords, numberWord } from './hear-groove.js'
import { melodyScale } from './melody-scale.js'

type Written = Pick<SongPlan, 'key' | 'meter' | 'arrangement' | 'sections'>

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function grooveReason({ groove }: LayerGenres, { arrangement, meter }: Written): string {
  const heard = hearGroove(arrangement.drums.groove, meter).slice(0, 3)
  const swing =
    arrangement.swing >= 0.56
      ? ' Its off-beats come late, long and then short, which makes the body sway.'
      : ' A steady pattern like this lets singers feel where each line begins.'
  return `The drums are ${groove.name}: ${listWords(heard)}.${swing}`
}

function harmonyReason({ harmony }: LayerGenres, { sections, arrangement }: Written, level: SkillLevel): string {
  const chorus = sections.find((section) => section.kind === 'chorus')?.chords ?? []
  const chords = chorus.slice(0, 4).map((chord) => (level === 'beginner' ? chord.symbol : chord.roman))
  const strokes = Array.from(arrangement.bass.rhythm).filter((step) => step !== '-').length
  const how =
    level === 'beginner'
      ? 'Singers hear the next chord coming and know where to go.'
      : 'The other layers can be busy because the ear always knows where this road leads.'
  return `The chords move as in ${harmony.name}, ${chords.join(' – ')} at the start of the chorus, over a bass of ${numberWord(strokes)} ${strokes === 1 ? 'note' : 'notes'} a bar. ${how}`
}

function melodyReason({ melody }: LayerGenres, { key }: Written, level: SkillLevel): string {
  const { name, notes } = melodyScale(melody, key)
  const why =
    notes.length === 5
      ? 'With the two notes left out that rub against chords, these five are easy to sing over any of them.'
      : 'Its steps lie close together, so that the words are easy to sing.'
  return level === 'beginner'
    ? `The tune is built as in ${melody.name}, mostly from these notes: ${listWords(notes)}. ${why}`
    : `The tune leans on the ${name} of ${key.tonic} (${notes.join(' ')}), as ${melody.name} melodies do. ${why}`
}

function formReason({ form }: LayerGenres, { sections }: Written): string {
  const order = sections.map((section) => section.kind).filter((kind) => kind !== 'intro' && kind !== 'outro')
  const choruses = order.filter((kind) => kind === 'chorus').length
  return `The order of parts is one that ${form.name} uses: ${order.join(', ')}. The chorus comes ${numberWord(choruses)} times, so its idea is remembered.`
}

function timbreReason({ timbre }: LayerGenres, { arrangement: { melody, chords, bass } }: Written): string {
  const [tune, harmony, low] = [melody, chords, bass].map(({ program }) => instrumentName(program))
  const parts = tune === harmony ? `${tune} for tune and chords` : `${tune} for the tune, ${harmony} for the chords`
  return `${capital(`the sound is that of ${timbre.name}`)}: ${parts} and ${low} for the bass. Tune and bass lie far apart, so each can be heard.`
}

/** Why each layer is as it is, read off what was written for it, so that every word can be checked by ear. */
export function layerReasons(layers: LayerGenres, written: Written, level: SkillLevel): Blend['layers'] {
  const reasons = {
    groove: grooveReason(layers, written),
    harmony: harmonyReason(layers, written, level),
    melody: melodyReason(layers, written, level),
    form: formReason(layers, written),
    timbre: timbreReason(layers, written),
  }
  return blendLayers.map((layer) => ({ layer, genre: layers[layer].id, reason: reasons[layer] }))
}

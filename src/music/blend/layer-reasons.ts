import type { SkillLevel } from '../../domain/mashup-request.js'
import { meterShape } from '../../domain/meter.js'
import type { SongPlan } from '../../domain/plan.js'
import { type Blend, blendLayers } from '../../domain/song.js'
import { fadesSoon, instrumentName } from '../instruments.js'
import { explainChord } from '../theory/explain-chord.js'
import { scaleOf } from '../theory/keys.js'
import { modulo, pitchClass } from '../theory/pitch.js'
import { parseRoman, rootOf } from '../theory/roman.js'
import type { LayerGenres } from './arrange.js'
import { hearGroove, listWords, numberWord, strokesOf } from './hear-groove.js'
import { melodyScale } from './melody-scale.js'

type Written = Pick<SongPlan, 'key' | 'meter' | 'arrangement' | 'sections'>

/** What the drums do for those who sing, the most telling of what is true of them. */
function whatDrumsDo({ arrangement: { swing, drums }, meter }: Written): string {
  const { pulses, step } = meterShape(meter)
  const pulseSteps = pulses.map((pulse) => Math.round(pulse / step))
  const kick = strokesOf(drums.groove, ['kick'])
  const answers = strokesOf(drums.groove, ['snare', 'clap'])
  const all = Object.keys(drums.groove).reduce((sum, drum) => sum + strokesOf(drums.groove, [drum as 'kick']).length, 0)
  if (swing >= 0.56) return 'Its off-beats come late, long and then short, which makes the body sway.'
  if (kick.length > 0 && !kick.includes(0)) return 'The gap where the first beat should be pulls the ear forward.'
  if (pulseSteps.every((at) => kick.includes(at))) return 'With a stroke on every beat nobody has to count.'
  if (kick.some((at) => !pulseSteps.includes(at)))
    return 'Its strokes between the beats push the song on, while the voices stay on the beat.'
  if (answers.length > 0 && answers.every((at) => at !== 0 && pulseSteps.includes(at)))
    return 'The answering stroke is where a class claps along.'
  return all >= pulses.length * 4
    ? 'So many small strokes make even a calm tune feel quick.'
    : 'There is room between its strokes, so that every word can be heard.'
}

function grooveReason({ groove }: LayerGenres, written: Written): string {
  const heard = hearGroove(written.arrangement.drums.groove, written.meter).slice(0, 3)
  return `The drums play ${groove.name}: ${listWords(heard)}. ${whatDrumsDo(written)}`
}

/** What the chorus' first chords do for those who sing, read off their roots. */
function whatChordsDo({ key }: Written, chords: readonly { roman: string }[], plain: boolean): string {
  const roots = chords.map(({ roman }) => pitchClass(rootOf(parseRoman(roman)!, key)))
  const moves = roots.slice(1).map((root, at) => modulo(root - roots[at]!, 12))
  const home = pitchClass(key.tonic)
  if (new Set(roots).size <= 2) return 'So few chords are soon learned, and leave the ear free for rhythm and words.'
  if (moves.filter((move) => move === 5).length >= 2)
    return plain
      ? 'Each chord seems to ask for the next, so singers hear it coming.'
      : 'Roots that fall by fifths make each chord ask for the next.'
  if (chords.some(({ roman }) => !['diatonic', 'leading-tone'].includes(explainChord(roman, key)?.kind ?? '')))
    return plain
      ? 'One of them comes from outside the key, which changes the light for a bar.'
      : 'The chord from outside the key changes the light for a bar.'
  if (roots[0] !== home) return 'It sets out away from home, so the chorus leans forward until home comes.'
  if (new Set(roots).size === chords.length)
    return 'No chord comes twice in these bars, so that the chorus keeps travelling.'
  return 'Home comes back within these bars, so singers always know where they are.'
}

function harmonyReason({ harmony }: LayerGenres, written: Written, level: SkillLevel): string {
  const plain = level === 'beginner'
  const chords = written.sections.find((section) => section.kind === 'chorus')?.chords.slice(0, 4) ?? []
  const told = chords.map((chord) => (plain ? chord.symbol : chord.roman))
  const strokes = Array.from(written.arrangement.bass.rhythm).filter((step) => step !== '-').length
  return `The chorus opens ${told.join(' – ')} in the manner of ${harmony.name}, over a bass of ${numberWord(strokes)} ${strokes === 1 ? 'note' : 'notes'} a bar. ${whatChordsDo(written, chords, plain)}`
}

function melodyReason({ melody }: LayerGenres, { key }: Written, level: SkillLevel): string {
  const plain = level === 'beginner'
  const { name, notes } = melodyScale(melody, key)
  const scale = scaleOf(key)
  const left = scale.filter((note) => !notes.includes(note))
  const halfSteps = scale
    .map((note, at) => [note, scale[(at + 1) % scale.length]!] as const)
    .filter(([from, to]) => modulo(pitchClass(to) - pitchClass(from), 12) === 1)
    .map(([from, to]) => `${from} and ${to}`)
  const why =
    left.length > 0
      ? `Without ${listWords(left)} it has no half steps, and so it fits over every chord.`
      : plain
        ? `The smallest steps are between ${halfSteps.join(', and between ')}: sing those slowly once.`
        : `Its half steps lie between ${halfSteps.join(', and between ')}: there a choir listens for its tuning.`
  const usual = melody.modes.includes(key.mode) || left.length > 0
  return plain
    ? `The tune is made mostly of ${listWords(notes)}, ${usual ? `as many tunes of ${melody.name} are` : `which lie nearest here to those of ${melody.name}`}. ${why}`
    : `The tune leans on the ${name} of ${key.tonic} (${notes.join(' ')}), ${usual ? `as many tunes of ${melody.name} do` : `which lies nearest here to the scales of ${melody.name}`}. ${why}`
}

/** Where the bridge sets out from, if no verse and no chorus does. */
function bridgeText(sections: Written['sections'], level: SkillLevel): string {
  const firstOf = (kind: string) => sections.find((section) => section.kind === kind)?.chords[0]
  const [bridge, verse, chorus] = ['bridge', 'verse', 'chorus'].map(firstOf)
  if (!bridge || bridge.symbol === verse?.symbol || bridge.symbol === chorus?.symbol) return 'The bridge steps aside'
  return `The bridge sets out from ${level === 'beginner' ? bridge.symbol : `${bridge.roman} (${bridge.symbol})`}, where no other part begins,`
}

function formReason({ form }: LayerGenres, { sections }: Written, level: SkillLevel): string {
  const order = sections.map((section) => section.kind).filter((kind) => kind !== 'intro' && kind !== 'outro')
  const choruses = order.filter((kind) => kind === 'chorus').length
  const why = order.includes('pre-chorus')
    ? 'The pre-chorus leads up to the chorus and makes us wait for it.'
    : order.slice(-2).every((kind) => kind === 'chorus')
      ? 'At the end the chorus comes twice, when everybody knows it.'
      : order.at(-2) === 'bridge'
        ? `${bridgeText(sections, level)} just before the end, so that the last chorus feels like coming back.`
        : 'Each time it comes, more voices can join in.'
  return `The order of parts is one that ${form.name} uses: ${order.join(', ')}. The chorus comes ${numberWord(choruses)} times. ${why}`
}

function timbreReason({ timbre }: LayerGenres, { arrangement: { melody, chords, bass } }: Written): string {
  const [tune, harmony, low] = [melody, chords, bass].map(({ program }) => instrumentName(program))
  const parts = tune === harmony ? `${tune} for tune and chords` : `${tune} for the tune, ${harmony} for the chords`
  const [tuneFades, chordsFade] = [melody, chords].map(({ program }) => fadesSoon(program))
  const why =
    tune === harmony
      ? 'One instrument for both makes it sound like one player.'
      : tuneFades && chordsFade
        ? 'All these notes fade soon after they are struck, which leaves air for the words.'
        : tuneFades
          ? 'The chords can last under the tune, whose own notes fade soon.'
          : chordsFade
            ? 'The tune can hold a long note while the chords fade, so the two stay apart.'
            : 'Both can hold their notes, so the sound stays full when the drums pause.'
  return `The sound of ${timbre.name}: ${parts} and ${low} for the bass. ${why}`
}

/** Why each layer is as it is, read off what was written for it, so that every word can be checked by ear. */
export function layerReasons(layers: LayerGenres, written: Written, level: SkillLevel): Blend['layers'] {
  const reasons = {
    groove: grooveReason(layers, written),
    harmony: harmonyReason(layers, written, level),
    melody: melodyReason(layers, written, level),
    form: formReason(layers, written, level),
    timbre: timbreReason(layers, written),
  }
  return blendLayers.map((layer) => ({ layer, genre: layers[layer].id, reason: reasons[layer] }))
}

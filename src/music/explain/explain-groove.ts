import type { SkillLevel } from '../../domain/mashup-request.js'
import { type Meter, meterShape } from '../../domain/meter.js'
import type { PlannedSection } from '../../domain/plan.js'
import type { TheoryNotes } from '../../domain/tasks.js'
import { arrange, type LayerGenres } from '../blend/arrange.js'
import { listWords, numberWord, strokesOf, timesText } from '../blend/hear-groove.js'

type Note = TheoryNotes['notes'][number]

const cymbals = {
  hat: 'hi-hat',
  openHat: 'open hi-hat',
  ride: 'ride cymbal',
  shaker: 'shaker',
  cowbell: 'bell',
  triangle: 'triangle',
  conga: 'hand drum',
  rim: 'stick',
  tom: 'low drum',
} as const

/** Where the drums of one genre sit against the bass of the other: counted from the bars that are played. */
export function grooveAgainstBass(
  layers: LayerGenres,
  meter: Meter,
  sections: readonly PlannedSection[],
  level: SkillLevel,
): Note {
  const { drums, bass } = arrange(layers, meter)
  const section = Math.max(
    0,
    sections.findIndex(({ kind }) => kind === 'chorus'),
  )
  const rows = (Object.keys(cymbals) as (keyof typeof cymbals)[]).map((drum) => ({
    drum,
    strokes: strokesOf(drums.groove, [drum]),
  }))
  const { drum, strokes } = rows.sort((a, b) => b.strokes.length - a.strokes.length)[0]!
  const bassSteps = Array.from(bass.rhythm).flatMap((step, at) => (step === '-' ? [] : [at]))
  const together = bassSteps.filter((step) => strokes.includes(step)).length
  const meeting =
    together === 0
      ? 'they never strike at once'
      : together < bassSteps.length
        ? `they meet ${timesText(together)} and answer each other in between`
        : together === strokes.length
          ? 'they always strike together'
          : together === 1
            ? 'the bass note meets one of its strokes'
            : 'every bass note meets one of its strokes'
  const same = layers.groove.id === layers.harmony.id
  const task = level === 'beginner' ? ' Half of the class can clap the one, half tap the other.' : ''
  return {
    concept: 'Two rhythms at once',
    text: `In each bar the ${layers.groove.name} ${cymbals[drum]} strikes ${timesText(strokes.length)}, the ${same ? '' : `${layers.harmony.name} `}bass ${timesText(bassSteps.length)}: ${meeting}.${task}`,
    section,
    bar: 1,
  }
}

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth']

export function meterNote(meter: Meter, level: SkillLevel, section: number): Note {
  const { pulses, strong } = meterShape(meter)
  const heavy = strong.map((pulse) => ordinals[pulses.indexOf(pulse)]!)
  const count = pulses.map((_, at) => at + 1).join('-')
  const inThrees = meter === '6/8' || meter === '12/8'
  const text =
    level === 'beginner'
      ? `Count ${count} in every bar and tap your foot on each number.${inThrees ? ' Each tap has room for three quick notes.' : ''}`
      : `The metre is ${meter}: ${numberWord(pulses.length)} pulses a bar${inThrees ? ', each divided in three' : meter === '7/8' ? ', short, short and long' : ''}. The ${listWords(heavy)} ${heavy.length > 1 ? 'weigh' : 'weighs'} most, and there the tune sings notes of the chord.`
  return { concept: 'Metre', text, section, bar: 1 }
}

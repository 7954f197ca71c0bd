import type { SkillLevel } from '../../domain/mashup-request.js'
import { type Meter, meterShape } from '../../domain/meter.js'
import type { PlannedLine, PlannedSection } from '../../domain/plan.js'
import type { Key, SectionKind } from '../../domain/song.js'
import { fillBars, tonicOf, withCadence } from '../harmony/cadence.js'
import { spellRoman } from '../theory/roman.js'
import { type LineShape, lineShapes } from './line-shape.js'
import type { Rhyming, VerseShapes } from './shape-verses.js'

export type Progressions = Record<'verse' | 'chorus' | 'bridge', readonly string[]>

interface Ground extends VerseShapes {
  key: Key
  meter: Meter
  tempo: number
  level: SkillLevel
  progressions: Progressions
}

/**
 * Rhyme letters of a section's lines; H where the hook is sung, which rhymes with nothing but itself, and x where a line is
 * free: a ballad's chorus has its hook for a rhyme, and its bridge turns away from the verses. The bridge also has a shorter form.
 */
const schemes: Record<Rhyming, Record<SectionKind | 'short bridge', string>> = {
  couplets: {
    intro: '',
    verse: 'AABB',
    'pre-chorus': 'AA',
    chorus: 'HAAH',
    bridge: 'AABB',
    'short bridge': 'AA',
    outro: '',
  },
  ballad: {
    intro: '',
    verse: 'xAxA',
    'pre-chorus': 'xx',
    chorus: 'HxxH',
    bridge: 'xxxx',
    'short bridge': 'xx',
    outro: '',
  },
  'two lines': {
    intro: '',
    verse: 'xx',
    'pre-chorus': 'xx',
    chorus: 'HxxH',
    bridge: 'xx',
    'short bridge': 'xx',
    outro: '',
  },
}

const progressionOf = (kind: SectionKind, { verse, chorus, bridge }: Progressions): readonly string[] =>
  ({ intro: verse, verse, 'pre-chorus': bridge, chorus, bridge, outro: chorus })[kind]

/** Length of a song in seconds that a class can listen to and learn. */
const limits = { shortest: 62, longest: 176 }

interface Layout {
  shape: LineShape
  bridge: 'bridge' | 'short bridge'
}

const linesOf = (kind: SectionKind, { bridge }: Layout, rhyming: Rhyming = 'couplets'): string =>
  schemes[rhyming][kind === 'bridge' ? bridge : kind]

const barsOf = (kind: SectionKind, layout: Layout, rhyming?: Rhyming): number => {
  if (kind === 'intro') return Math.max(2, layout.shape.bars)
  if (kind === 'outro') return Math.max(2, layout.shape.bars)
  return linesOf(kind, layout, rhyming).length * layout.shape.bars
}

/** How each section of the form rhymes: the nth verse as the nth of the shapes. */
function rhymings({ form, verses, between }: VerseShapes): (Rhyming | undefined)[] {
  let verse = 0
  return form.map((kind) => (kind === 'verse' ? (verses[verse++] ?? verses.at(-1)) : between[kind]))
}

function secondsOf(ground: Ground, layout: Layout): number {
  const rhyming = rhymings(ground)
  const bars = ground.form.reduce((sum, kind, at) => sum + barsOf(kind, layout, rhyming[at]), 0)
  return (bars * meterShape(ground.meter).bar * 60) / ground.tempo
}

/** The best line length whose song is neither over too soon nor too long for a lesson. */
function layOut(ground: Ground): Layout {
  const layouts = lineShapes(ground.meter, ground.tempo, ground.level).flatMap((shape) => [
    ...(ground.shortBridge ? [] : [{ shape, bridge: 'bridge' as const }]),
    { shape, bridge: 'short bridge' as const },
  ])
  const fits = (layout: Layout) => {
    const seconds = secondsOf(ground, layout)
    return seconds >= limits.shortest && seconds <= limits.longest
  }
  const byDistance = (a: Layout, b: Layout) =>
    Math.abs(secondsOf(ground, a) - 120) - Math.abs(secondsOf(ground, b) - 120)
  return layouts.find(fits) ?? [...layouts].sort(byDistance)[0]!
}

function planLines(kind: SectionKind, layout: Layout, rhyming: Rhyming | undefined): PlannedLine[] {
  const { shape } = layout
  return Array.from(linesOf(kind, layout, rhyming)).map((letter, at) => ({
    start: at * shape.beats,
    beats: shape.beats,
    syllables: letter === 'H' ? shape.hook : shape.syllables,
    rhyme: /[Hx]/.test(letter) ? '' : letter,
    hook: letter === 'H',
  }))
}

const titles: Record<SectionKind, string> = {
  intro: 'Intro',
  verse: 'Verse',
  'pre-chorus': 'Pre-chorus',
  chorus: 'Chorus',
  bridge: 'Bridge',
  outro: 'Outro',
}

/** The sections of a song with their chords spelled and their lines laid out. Sections of one kind have the same chords. */
export function planSections(ground: Ground): PlannedSection[] {
  const layout = layOut(ground)
  const { bar } = meterShape(ground.meter)
  const verses = ground.form.filter((kind) => kind === 'verse').length
  const rhyming = rhymings(ground)
  let verse = 0
  return ground.form.map((kind, at) => {
    const bars = withCadence(
      fillBars(progressionOf(kind, ground.progressions), barsOf(kind, layout, rhyming[at])),
      kind,
      ground.key,
      ground.level,
      kind === 'chorus' && layout.shape.bars >= 4 ? 2 : 1,
    )
    if (kind === 'verse') verse++
    return {
      kind,
      label: kind === 'verse' && verses > 1 ? `Verse ${verse}` : titles[kind],
      chords: bars.map((text) => {
        const { roman, symbol } = spellRoman(text, ground.key) ?? spellRoman(tonicOf(ground.key), ground.key)!
        return { roman, symbol, beats: bar }
      }),
      lines: planLines(kind, layout, rhyming[at]),
    }
  })
}

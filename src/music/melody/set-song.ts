import type { SkillLevel } from '../../domain/mashup-request.js'
import type { PlannedLine, SongPlan } from '../../domain/plan.js'
import type { Chord, Line, Note, SectionKind } from '../../domain/song.js'
import { genreById } from '../../knowledge/genres.js'
import { melodyScale } from '../blend/melody-scale.js'
import { seeded } from '../random.js'
import { beatAt } from '../rhythm/beats.js'
import type { RhythmStyle } from '../rhythm/plan-rhythm.js'
import { rhythmStyle, setRhythm } from '../rhythm/set-rhythm.js'
import { classesOf } from '../theory/chord-symbol.js'
import { isMinorish, scaleClasses } from '../theory/keys.js'
import { pitchClass } from '../theory/pitch.js'
import { syllabify } from '../words/syllabify.js'
import { chordAt, chordTimeline, type Sounding } from './chord-timeline.js'
import { type Contour, drawContour } from './contour.js'
import { apexOf, type Moment, setPitches } from './set-pitches.js'
import { sectionRange, type VoiceRange, voiceRange } from './voice-range.js'

/** A section with its words, waiting for its tune. */
export interface WordedSection {
  kind: SectionKind
  chords: readonly Chord[]
  lines: readonly (PlannedLine & { text: string })[]
}

interface Idea {
  contour: Contour
  /** Starts and pitches of the first line sung to this idea. */
  tune: Map<number, number> | null
}

/**
 * Sets every line of a song to music. Lines that rhyme share an idea (rhythm and contour), sections of one kind share all their
 * ideas, and a section whose words come again is sung again just as it was.
 */
class Setter {
  private readonly range: VoiceRange
  private readonly scale: Set<number>
  private readonly favoured: Set<number>
  private readonly stable: Set<number>
  private readonly syncopation: number
  private readonly styles = new Map<string, RhythmStyle>()
  private readonly ideas = new Map<string, Idea>()
  private readonly done = new Map<string, Line[]>()

  constructor(
    private readonly plan: Pick<SongPlan, 'key' | 'meter' | 'tempo' | 'blend'>,
    level: SkillLevel,
    private readonly seed: number,
  ) {
    const { key, blend } = plan
    const genre = genreById(blend.layers.find(({ layer }) => layer === 'melody')?.genre ?? '')
    this.range = voiceRange(key, level, seeded(seed, 'range'))
    this.scale = scaleClasses(key)
    this.favoured = new Set(genre ? melodyScale(genre, key).notes.map(pitchClass) : this.scale)
    const tonic = pitchClass(key.tonic)
    this.stable = new Set([tonic, (tonic + (isMinorish(key.mode) ? 3 : 4)) % 12, (tonic + 7) % 12])
    this.syncopation = genre?.feel.syncopation ?? 0.3
  }

  section(section: WordedSection): Line[] {
    const words = `${section.kind}\n${section.lines.map((line) => line.text).join('\n')}`
    const sung = this.done.get(words) ?? this.compose(section)
    this.done.set(words, sung)
    return sung.map((line) => ({ ...line, notes: line.notes.map((note) => ({ ...note })) }))
  }

  private compose(section: WordedSection): Line[] {
    const sounding = chordTimeline(section.chords)
    let before: number | null = null
    return section.lines.map((line, at) => {
      const last = at === section.lines.length - 1
      const notes = this.line(section.kind, line, at, last, sounding, before)
      before = notes.at(-1)?.midi ?? before
      return { text: line.text, syllables: Math.max(1, notes.length), rhyme: line.rhyme, notes }
    })
  }

  private line(
    kind: SectionKind,
    line: WordedSection['lines'][number],
    at: number,
    last: boolean,
    sounding: readonly Sounding[],
    before: number | null,
  ): Note[] {
    const { meter, tempo, key } = this.plan
    const syllables = syllabify(line.text)
    const letter = line.hook ? 'H' : line.rhyme || String(at)
    const idea = this.idea(`${kind} ${letter}`, line.hook)
    // The same place in an earlier section is echoed exactly; else the line of this section that it rhymes with.
    const place = this.idea(`${kind} line ${at}`, line.hook)
    const echo = place.tune ?? idea.tune ?? new Map<number, number>()
    const timed = setRhythm(
      syllables,
      { beats: line.beats, meter, tempo },
      this.style(kind, line.hook),
      new Set(echo.keys()),
    )
    const moments: Moment[] = timed.map((time, n) => ({
      ...time,
      chord: classesOf(chordAt(sounding, line.start + time.start).symbol),
      beat: beatAt(meter, line.start + time.start),
      open: syllables[n]!.open,
      stress: syllables[n]!.stress,
    }))
    if (moments.length === 0) return []
    const home = last && kind === 'chorus'
    const range = sectionRange(kind, this.range)
    const tune = setPitches(moments, {
      scale: this.scale,
      favoured: this.favoured,
      range,
      contour: idea.contour,
      amplitude: (range.high - range.low) * 0.42,
      ending: home
        ? new Set([pitchClass(key.tonic)])
        : last
          ? this.endings(moments.at(-1)!)
          : new Set(moments.at(-1)!.chord),
      before,
      echo,
      apex: line.hook ? apexOf(moments) : null,
      random: seeded(this.seed, 'pitches', kind, letter, place.tune ? 'again' : at),
    })
    const sung = new Map(timed.map(({ start }, n) => [start, tune[n]!]))
    idea.tune ??= sung
    place.tune ??= sung
    return timed.map((time, n) => ({
      midi: tune[n]!,
      start: line.start + time.start,
      beats: time.beats,
      syllable: syllables[n]!.text,
    }))
  }

  /** Where a section may come to rest: on a note of the home chord when the chord that sounds has one, else on the chord. */
  private endings({ chord }: Moment): Set<number> {
    const shared = chord.filter((tone) => this.stable.has(tone))
    return new Set(shared.length > 0 ? shared : chord)
  }

  private idea(name: string, hook: boolean): Idea {
    const known = this.ideas.get(name)
    if (known) return known
    const idea: Idea = { contour: drawContour(seeded(this.seed, 'contour', name), hook), tune: null }
    this.ideas.set(name, idea)
    return idea
  }

  private style(kind: SectionKind, hook: boolean): RhythmStyle {
    const name = hook ? 'hook' : kind
    const known = this.styles.get(name)
    if (known) return known
    const style = rhythmStyle(this.plan.meter, this.syncopation, seeded(this.seed, 'rhythm', name))
    this.styles.set(name, style)
    return style
  }
}

/** The sung lines of each section, in order. Any text of any length is set; whether it can be sung is for the checks to say. */
export function setSong(
  plan: Pick<SongPlan, 'key' | 'meter' | 'tempo' | 'blend'>,
  sections: readonly WordedSection[],
  level: SkillLevel,
  seed: number,
): Line[][] {
  const setter = new Setter(plan, level, seed)
  return sections.map((section) => setter.section(section))
}

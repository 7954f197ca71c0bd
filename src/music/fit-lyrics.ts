import type { SongPlan } from '../domain/plan.js'
import type { Lyrics } from '../domain/tasks.js'
import type { WordedSection } from './melody/set-song.js'

type Fitted = WordedSection & { label: string }

/**
 * The words laid into the plan's sections: the nth worded section into the nth section with lines. Lines beyond the plan make
 * their section longer by its own chords; lines that are missing leave their bars to the band. The checks say so in both cases.
 */
export function fitLyrics(plan: Pick<SongPlan, 'sections'>, lyrics: Lyrics): Fitted[] {
  let taken = 0
  return plan.sections.map(({ kind, label, chords, lines }) => {
    if (lines.length === 0) return { kind, label, chords, lines: [] }
    const words = lyrics.sections[taken++]?.lines ?? []
    const last = lines.at(-1)!
    const room = chords.reduce((sum, chord) => sum + chord.beats, 0)
    const worded = words.map((text, at) => {
      const planned = lines[at] ?? {
        ...last,
        start: last.start + last.beats * (at - lines.length + 1),
        hook: false,
        rhyme: '',
      }
      return { ...planned, text }
    })
    const needed = Math.max(room, ...worded.map((line) => line.start + line.beats))
    const extended = [...chords]
    for (let length = room, at = 0; length < needed - 1e-6; at++) {
      extended.push(chords[at % chords.length]!)
      length += chords[at % chords.length]!.beats
    }
    return { kind, label, chords: extended, lines: worded }
  })
}

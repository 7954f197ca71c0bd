import type { Check } from './check.js'
import { hear, share } from './hear.js'

/** Seconds that a young singer manages on one breath. */
const oneBreath = 8

/** Behind each line, or within about eight seconds, there is a rest to breathe in. */
export const roomToBreathe: Check = (song) => {
  const lines = hear(song).filter(({ notes }) => notes.length > 0)
  const seconds = (beats: number) => (beats * 60) / song.tempo
  let since = 0
  const breathless = lines.filter((line, at) => {
    const next = lines[at + 1]
    const last = line.notes.at(-1)!
    since += seconds(last.start + last.beats - line.notes[0]!.start)
    const rest =
      next?.place.section === line.place.section ? seconds(next.notes[0]!.start - last.start - last.beats) : 1
    const inner = line.notes.some(
      (note, n) => n > 0 && seconds(note.start - line.notes[n - 1]!.start - line.notes[n - 1]!.beats) > 0.15,
    )
    const held = since
    if (rest > 0.12 || inner) since = 0
    return since > 0 && held > oneBreath
  })
  const measures = { roomToBreathe: share(lines.length - breathless.length, lines.length) }
  const [first] = breathless
  if (!first) return { findings: [], measures }
  return {
    measures,
    findings: [
      {
        rule: 'breath',
        severity: 'warning',
        place: first.place,
        evidence: `"${first.text}" goes on without a rest to breathe in.`,
        suggestion: 'Take a syllable out, or shorten the last note.',
        cost: 0.04,
      },
    ],
  }
}

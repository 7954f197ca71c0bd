import { meterShape } from '../../src/domain/meter.js'
import type { Line, Song } from '../../src/domain/song.js'
import { nameInKey } from '../../src/music/theory/keys.js'

/** Beats as a musician says them: "1/2", "1 1/2". */
function lengthText(beats: number): string {
  const quarters = Math.round(beats * 4)
  const whole = Math.floor(quarters / 4)
  const rest = ['', '1/4', '1/2', '3/4'][quarters % 4]!
  return [whole > 0 ? String(whole) : '', rest].filter(Boolean).join(' ')
}

/** Three rows for a line: its syllables, under each its pitch and its length in beats; bar lines where bars begin. */
function lineText({ notes }: Line, song: Song): string[] {
  const { bar } = meterShape(song.meter)
  const rows: [string, string, string] = ['', '', '']
  let before = Number.NaN
  for (const { midi, start, beats, syllable } of notes) {
    const here = Math.floor(start / bar + 1e-6)
    if (here !== before) for (const at of [0, 1, 2] as const) rows[at] += '| '
    before = here
    const cells = [syllable, `${nameInKey(midi, song.key)}${Math.floor(midi / 12) - 1}`, lengthText(beats)] as const
    const width = Math.max(...cells.map((cell) => cell.length)) + 1
    for (const at of [0, 1, 2] as const) rows[at] += cells[at]!.padEnd(width)
  }
  return rows.map((row) => `  ${row.trimEnd()}`)
}

/** The tune of each section that sings something new. */
export function tuneText(song: Song): string {
  const seen = new Set<string>()
  const sections = song.sections.filter(({ lines }) => {
    const words = lines.map(({ text }) => text).join('\n')
    return lines.length > 0 && !seen.has(words) && seen.add(words)
  })
  return sections
    .map(({ label, lines }) => [`[${label}]`, ...lines.flatMap((line) => [...lineText(line, song), ''])].join('\n'))
    .join('\n')
}

import type { SongPlan } from '../domain/plan.js'
import type { Slot } from '../domain/session/events.js'
import type { Line } from '../domain/session/state.js'
import type { Lyrics } from '../domain/tasks.js'

/** Where a line of the sheet stands in the words of the workflow: a chorus is written once and sung each time. */
interface Place {
  section: number
  line: number
}

/** The plan's sections that have words, each with the section whose words it sings: its own, or those of the first chorus. */
function singing(plan: SongPlan): { section: number; from: number; label: string }[] {
  const worded = plan.sections.filter(({ lines }) => lines.length > 0)
  return worded.map(({ kind, label, lines }, at) => {
    const first = worded.findIndex((other) => other.kind === kind && other.lines.length === lines.length)
    const repeats = kind === 'chorus' || kind === 'pre-chorus'
    return { section: at, from: repeats ? first : at, label }
  })
}

const idOf = ({ section, line }: Place): string => `s${section}l${line}`

/** The draft as a sheet to write on: one slot for each line that is written, in the order of singing. */
export function slotsOf(plan: SongPlan, lyrics: Lyrics): Slot[] {
  const worded = plan.sections.filter(({ lines }) => lines.length > 0)
  return singing(plan)
    .filter(({ section, from }) => section === from)
    .flatMap(({ section, label }) => {
      const { kind, lines } = worded[section]!
      return lines.map(({ syllables, rhyme, hook }, line) => ({
        id: idOf({ section, line }),
        section: kind === 'chorus' ? 'Chorus' : label,
        kind,
        syllables,
        rhyme,
        hook,
        text: lyrics.sections[section]?.lines[line] ?? '',
      }))
    })
}

/** The sheet as the workflow's words: every section with its lines, repeated ones too. */
export function lyricsOf(plan: SongPlan, title: string, sheet: readonly Line[]): Lyrics {
  const worded = plan.sections.filter(({ lines }) => lines.length > 0)
  const text = new Map(sheet.map((line) => [line.id, line.text]))
  return {
    title,
    sections: singing(plan).map(({ section, from }) => ({
      kind: worded[section]!.kind,
      lines: worded[section]!.lines.map((_, line) => text.get(idOf({ section: from, line })) ?? ''),
    })),
  }
}

export function placeOf(id: string): Place {
  const [, section = '0', line = '0'] = /^s(\d+)l(\d+)$/.exec(id) ?? []
  return { section: Number(section), line: Number(line) }
}

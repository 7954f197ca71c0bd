import type { Meter } from '../../domain/meter.js'
import type { Objective, Section } from '../../domain/song.js'
import type { EducationalContext } from '../../domain/tasks.js'
import { barAt } from './explain-melody.js'

/** What an objective speaks of, and where a song shows it; the first that matches is taken. */
const places: readonly [RegExp, (sections: readonly Section[]) => { section: number; line?: number }][] = [
  [/hook|chorus|Cr1\.1/i, (sections) => ({ section: sections.findIndex(({ kind }) => kind === 'chorus'), line: 0 })],
  [
    /rhyme|lyric|verse|Cr2\.1/i,
    (sections) => ({ section: sections.findIndex(({ kind }) => kind === 'verse'), line: 0 }),
  ],
  [
    /chord|harmon|key|scale|analy[sz]|Re7|Pr4/i,
    (sections) => ({ section: sections.findIndex(({ kind }) => kind === 'chorus') }),
  ],
  [/rhythm|groove|beat|drum|genre|cultur|Cn1/i, () => ({ section: 0 })],
  [
    /meaning|feel|bridge|contrast|Re8|Re9/i,
    (sections) => ({ section: sections.findIndex(({ kind }) => kind === 'bridge') }),
  ],
]

const wordsIn = (text: string): string[] => text.toLowerCase().match(/\p{L}{4,}/gu) ?? []

/** The first line that has a word of the objective in it, or else of the key concepts. */
function lineAbout(words: ReadonlySet<string>, sections: readonly Section[]): { section: number; line: number } | null {
  for (const [section, { lines }] of sections.entries())
    for (const [line, { text }] of lines.entries())
      if (wordsIn(text).some((word) => words.has(word))) return { section, line }
  return null
}

/** Each objective with the place of the song where it is worked on. */
export function placeObjectives(
  { objectives, keyConcepts }: Pick<EducationalContext, 'objectives' | 'keyConcepts'>,
  sections: readonly Section[],
  meter: Meter,
): Objective[] {
  const concepts = new Set(keyConcepts.flatMap(({ term }) => wordsIn(term)))
  return objectives.map((objective) => {
    const musical = places.find(([pattern]) =>
      pattern.test(objective.code.startsWith('MU:') ? objective.code : objective.text),
    )?.[1](sections)
    const found =
      (objective.code.startsWith('MU:') ? musical : lineAbout(new Set(wordsIn(objective.text)), sections)) ??
      lineAbout(concepts, sections) ??
      musical
    if (!found || found.section < 0) return objective
    const start = found.line === undefined ? 0 : (sections[found.section]!.lines[found.line]?.notes[0]?.start ?? 0)
    return { ...objective, place: { ...found, bar: barAt(sections, meter, found.section, start) } }
  })
}

import type { Lyrics, TaskInput } from '../../../domain/tasks.js'
import { slotsOf } from './slots.js'

type Input = TaskInput<'lyrics_composer'>

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** A line with every stop that it may have been written with, before its song's stops were set. */
const asWritten = (line: string): string[] => ['', '.', ',', ';', ':'].map((mark) => line.replace(/[.,;:]$/, '') + mark)

/** A line whose sentence went on in one that is no longer there. */
const closed = (line: string): string => line.replace(/[,;:]$/, '.')

/**
 * The last words with only those couplets new that a finding quotes. `rewrite` writes a whole song that avoids the given lines;
 * from it come the couplets for the places named. A missing key term is worked in where a couplet of the rewrite has it.
 */
export function mendLyrics(input: Input, previous: Lyrics, rewrite: (avoid: ReadonlySet<string>) => Lyrics): Lyrics {
  const evidence = input.findings.map(({ evidence }) => plain(evidence)).join(' \n ')
  const named = (line: string | undefined): boolean =>
    line === undefined || (plain(line) !== '' && evidence.includes(plain(line)))
  const shaped =
    previous.sections.length === input.sections.length &&
    input.sections.every(({ lines }, at) => previous.sections[at]?.lines.length === lines.length)
  if (!shaped) return rewrite(new Set())
  const sections = previous.sections.map(({ kind, lines }) => ({ kind, lines: [...lines] }))
  const fresh = rewrite(new Set(sections.flatMap(({ lines }) => lines.flatMap(asWritten))))
  const anyNamed = sections.some(({ lines }) => lines.some(named))
  for (const slot of slotsOf(input.sections)) {
    const section = sections[slot.section]!
    const wanted = anyNamed ? slot.lines.some((line) => named(section.lines[line])) : slot.role === 'fact'
    if (!wanted) continue
    const before = section.lines[slot.lines[0]! - 1]
    if (before !== undefined) section.lines[slot.lines[0]! - 1] = closed(before)
    for (const line of slot.lines) section.lines[line] = fresh.sections[slot.section]!.lines[line]!
  }
  const chorus = sections.find(({ kind }) => kind === 'chorus')
  for (const [at, section] of sections.entries())
    section.lines = section.lines.map((line, n) =>
      input.sections[at]!.lines[n]!.hook ? input.hook : section.kind === 'chorus' ? (chorus?.lines[n] ?? line) : line,
    )
  return { title: previous.title, sections }
}

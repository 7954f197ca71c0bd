import type { Lyrics, TaskInput } from '../../domain/tasks.js'
import { seeded } from '../random.js'
import { chooseCouplets } from './lyrics/choose-couplets.js'
import { coupletPool } from './lyrics/couplet-pool.js'
import { mendLyrics } from './lyrics/mend-lyrics.js'
import { slotsOf } from './lyrics/slots.js'

type Input = TaskInput<'lyrics_composer'>

/** A line of prose made a line of a song: a capital first, marks that print well. */
const asLine = (text: string): string =>
  text.replace(/^([^\p{L}\p{N}]*)(\p{Ll})/u, (_, before: string, first: string) => before + first.toUpperCase())

function writeAll(input: Input, purpose: string, avoid: ReadonlySet<string>): Lyrics {
  const random = seeded(input.seed, 'lyrics', purpose)
  const slots = slotsOf(input.sections)
  const pool = coupletPool(input, slots, random).filter(({ lines }) => !lines.some((line) => avoid.has(line)))
  const chosen = chooseCouplets({
    slots,
    pool,
    keyTerms: input.keyTerms.length > 0 ? input.keyTerms : input.keyConcepts.slice(0, 5).map(({ term }) => term),
    random,
  })
  const sections = input.sections.map(({ kind, lines }) => ({
    kind,
    lines: lines.map(({ hook }) => (hook ? input.hook : '')),
  }))
  for (const [at, slot] of slots.entries())
    for (const [n, line] of slot.lines.entries())
      sections[slot.section]!.lines[line] = asLine(chosen[at]?.lines[n] ?? input.topic)
  const chorus = sections.find(({ kind }) => kind === 'chorus')
  for (const section of sections)
    if (section.kind === 'chorus' && chorus && section !== chorus)
      section.lines = section.lines.map((text, at) => text || chorus.lines[at] || input.hook)
  return { title: titleOf(input.hook), sections }
}

const titleOf = (hook: string): string => hook.replace(/[.,;:!]+$/, '').slice(0, 80)

/** All words of the song. With `previous` and findings, only the couplets that the findings name are written anew. */
export function composeLyrics(input: Input): Lyrics {
  if (input.previous && input.findings.length > 0)
    return mendLyrics(input, input.previous, (avoid) => writeAll(input, 'mend', avoid))
  return writeAll(input, 'first', new Set())
}

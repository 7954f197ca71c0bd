import type { PlannedLine, PlannedSection } from '../../domain/plan.js'
import type { Lyrics } from '../../domain/tasks.js'
import { asSung } from '../../music/words/as-sung.js'
import { syllablesOfLine } from '../../music/words/pronunciation.js'
import { lyricsComposerPrompt } from '../prompts/lyrics-composer.js'
import { type Agent, audience, subjectMatter } from './agent.js'
import { made } from './made.js'
import { unsafeFault } from './unsafe.js'

/** Of the lines, how many may miss their plan; and by how many syllables the worst may. The checks judge the rest. */
const tolerance = { share: 1 / 3, syllables: 3 }

/** Numbering and quotation marks that models put around whole lines; a line may quote a word of its own. */
const bare = (text: string): string =>
  text
    .replace(/^\s*(?:\d+[.)]|[-•*])\s+/, '')
    .replace(/^["“]([^"“”]*)["”]$/, '$1')
    .trim()

/** The hook is sung as it was chosen; it may be punctuated as a call to what follows ("Down to earth again:"). */
const asCalled = (text: string, hook: string): string =>
  asSung(text) === asSung(hook) ? hook + (/[,;:]$/.exec(text)?.[0] ?? '') : hook

const fitted = (text: string, planned: PlannedLine | undefined, hook: string): string =>
  planned?.hook ? asCalled(text, hook) : bare(text) || text

/** How many syllables a line is off its plan. */
const miss = (text: string, { syllables: { min, max } }: PlannedLine): number => {
  const count = syllablesOfLine(text)
  return Math.max(min - count, count - max, 0)
}

function shapeFault({ sections }: Lyrics, plan: readonly PlannedSection[]): string | null {
  if (sections.length !== plan.length) return `there must be ${plan.length} sections, not ${sections.length}`
  const wrong = plan.findIndex(
    ({ kind, lines }, at) => sections[at]!.kind !== kind || sections[at]!.lines.length !== lines.length,
  )
  if (wrong < 0) return null
  const { kind, lines } = plan[wrong]!
  return `section ${wrong + 1} must be the ${kind} with ${lines.length} lines, not a ${sections[wrong]!.kind} with ${sections[wrong]!.lines.length}`
}

function syllableFault({ sections }: Lyrics, plan: readonly PlannedSection[]): string | null {
  const lines = plan.flatMap((section, at) =>
    section.lines.map((planned, n) => ({ planned, text: sections[at]!.lines[n]! })),
  )
  const off = lines.filter(({ planned, text }) => !planned.hook && miss(text, planned) > 0)
  const worst = Math.max(0, ...off.map(({ planned, text }) => miss(text, planned)))
  if (off.length <= lines.length * tolerance.share && worst <= tolerance.syllables) return null
  return off
    .slice(0, 8)
    .map(
      ({ planned: { syllables }, text }) =>
        `"${text}" has ${syllablesOfLine(text)} syllables, not ${syllables.min} to ${syllables.max}`,
    )
    .join('; ')
}

/** The words, line by line as the plan asks for them. */
export const lyricsComposer: Agent<'lyrics_composer'> = {
  name: 'lyrics_composer',
  part: 'lyrics',
  input: (state) => ({
    ...audience(state, 'lyrics_composer'),
    ...subjectMatter(state),
    keyConcepts: made(state, 'education').keyConcepts,
    images: made(state, 'education').images,
    genres: state.request.genres,
    hook: made(state, 'hook'),
    sections: made(state, 'plan').sections.filter(({ lines }) => lines.length > 0),
    previous: state.lyrics,
  }),
  prompt: lyricsComposerPrompt,
  /** Other chords under the same lines leave the words as they are. */
  basis: (input) => ({
    ...input,
    previous: null,
    sections: input.sections.map(({ kind, lines }) => ({ kind, lines })),
  }),
  mend: (value, { sections: plan, hook }) => ({
    ...value,
    sections: value.sections.map(({ kind, lines }, at) => ({
      kind: value.sections.length === plan.length ? plan[at]!.kind : kind,
      lines: lines.slice(0, plan[at]?.lines.length).map((text, n) => fitted(text, plan[at]?.lines[n], hook)),
    })),
  }),
  refuse: (value, input) =>
    unsafeFault(value, input) ?? shapeFault(value, input.sections) ?? syllableFault(value, input.sections),
  add: (lyrics) => ({ lyrics }),
  tell: ({ title, sections }) => `Wrote "${title}" in ${sections.length} sections.`,
}

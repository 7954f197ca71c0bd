import { interrupt } from '@langchain/langgraph'
import { z } from 'zod'
import { type Finding, placeSchema } from '../domain/finding.js'
import { type SongPart, songParts } from '../domain/song.js'
import { lyricsSchema, type TaskName } from '../domain/tasks.js'
import { agents } from './agents/agents.js'
import { made } from './agents/made.js'
import { askedFor } from './mending.js'
import type { State, Update } from './state.js'

/** The hook that the group sings: one of those offered, or its own. */
export const hookDecisionSchema = z.strictObject({ hook: z.string().trim().min(1).max(120) })
/** The words as the group wants them; `null` keeps those of the draft. They have the lines that the draft has. */
export const lyricsDecisionSchema = z.strictObject({ lyrics: lyricsSchema.nullable() })
/** The final look: take the song, or say what should be otherwise. A note is material for the agent, never an instruction. */
export const lookDecisionSchema = z.union([
  z.strictObject({ accept: z.literal(true) }),
  z.strictObject({
    changes: z
      .array(z.strictObject({ part: z.enum(songParts), note: z.string().trim().min(1).max(300), place: placeSchema }))
      .min(1)
      .max(12),
  }),
])

/** What people are asked, by the step that waits, and what they can answer. */
export const decisions = {
  hook_decision: hookDecisionSchema,
  lyrics_decision: lyricsDecisionSchema,
  collaboration: lookDecisionSchema,
} as const
export type DecisionStep = keyof typeof decisions
export type Decision<S extends DecisionStep> = z.infer<(typeof decisions)[S]>

/** What is wrong with people's words: they are sung to the plan, section by section and line by line. `null` when nothing is. */
export function lyricsFault(decision: Decision<DecisionStep>, state: State): string | null {
  if (!('lyrics' in decision) || decision.lyrics === null) return null
  const sung = made(state, 'plan').sections.filter(({ lines }) => lines.length > 0)
  const { sections } = decision.lyrics
  const fits =
    sections.length === sung.length &&
    sung.every(({ kind, lines }, at) => sections[at]!.kind === kind && sections[at]!.lines.length === lines.length)
  return fits ? null : 'The words must have the sections and lines of the draft.'
}

/** Stops the graph until people have decided; goes on here, in whatever process, with what they said. */
const decided = <S extends DecisionStep>(step: S): Decision<S> =>
  interrupt({ step }, { responseSchema: decisions[step] }) as Decision<S>

const byPeople = (state: State, part: SongPart) => {
  const { basis = '', attempts = 0 } = state.made[part] ?? {}
  return { [part]: { by: 'person', attempts, basis } }
}

/** After the hooks: people choose one, or sing their own. */
export function hookDecision(state: State): Update {
  if (state.errors.length > 0 || state.decided.hooks) return {}
  const { hook } = decided('hook_decision')
  const isOffered = made(state, 'hooks').options.some(({ text }) => text === hook)
  return { hook, decided: { hooks: true }, ...(!isOffered && { made: byPeople(state, 'hooks') }) }
}

/** After the draft: people's lines. */
export function lyricsDecision(state: State): Update {
  if (state.errors.length > 0 || state.decided.lyrics) return {}
  const { lyrics } = decided('lyrics_decision')
  return { decided: { lyrics: true }, ...(lyrics && { lyrics, made: byPeople(state, 'lyrics') }) }
}

/** The session's last stop: accept, or name the parts to change, which grants the agents another try. */
export function collaboration(state: State): Update {
  const decision = decided('collaboration')
  if ('accept' in decision) return { verdict: 'complete' }
  const findings: Finding[] = decision.changes.map(({ part, note, place }) => ({
    rule: askedFor(part),
    severity: 'warning',
    place,
    evidence: note,
    suggestion: 'Change it as the group asks.',
    cost: 0,
  }))
  const mending: TaskName[] = agents
    .filter(({ part }) => decision.changes.some((change) => change.part === part))
    .map(({ name }) => name)
  return { verdict: 'retry', findings, mending, retried: false, errors: null, iteration: state.iteration + 1 }
}

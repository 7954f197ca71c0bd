import type { Outcome } from '../domain/session/decision.js'
import type { GenerationKind, SessionEvent } from '../domain/session/events.js'
import type { SessionState } from '../domain/session/state.js'
import type { Song } from '../domain/song.js'
import { AppError } from '../errors.js'
import { understandRequest } from '../mashups/understand-request.js'
import { made } from '../workflow/agents/made.js'
import { partsOf } from '../workflow/assemble.js'
import type { SongGraph } from '../workflow/graph.js'
import { type RunOptions, withRun } from '../workflow/run.js'
import type { WorkflowContext } from '../workflow/run-context.js'
import { anotherLine, moreHooks } from '../workflow/session-asides.js'
import { beginSong, continueSong, resumeSong, type Standing } from '../workflow/session-run.js'
import type { State } from '../workflow/state.js'
import { newId } from './follow-up.js'
import { lyricsOf, placeOf, slotsOf } from './sheet.js'

/** What a turn made: events for the session, and the song as it now sounds. */
export interface TurnResult {
  outcomes: Outcome[]
  song?: Song
}

interface Turn {
  ctx: WorkflowContext
  graph: SongGraph
  state: SessionState
  options: RunOptions
}

const event = (event: SessionEvent): Outcome => ({ event })

/** The same session gives the same seed: its songs can be told apart and made again. */
const seedOf = (id: string): number => Number.parseInt(id.replaceAll('-', '').slice(0, 8), 16)

/** Brings the workflow to a place where people are asked, from wherever it stands: a turn that was broken off goes on. */
async function bringTo(
  turn: Turn,
  step: 'hook_decision' | 'lyrics_decision' | 'collaboration',
  decision: (workflow: State) => unknown,
): Promise<Standing> {
  const { ctx, graph, options } = turn
  let standing = await continueSong(ctx, graph, options)
  const before = { hook_decision: null, lyrics_decision: 'hook_decision', collaboration: 'lyrics_decision' }[step]
  if (standing.waiting !== null && standing.waiting === before)
    standing = await resumeSong(ctx, graph, decision(standing.state), options)
  if (standing.waiting !== step) throw new AppError('conflict', 'The song has not come to this place yet.')
  return standing
}

const stateOf = (standing: Standing) => {
  if (standing.waiting === null) throw new AppError('conflict', 'This song is done.')
  return standing.state
}

/** The song's first turn, unless it was begun: then the turn is taken up where it was broken off. */
async function firstHooks(turn: Turn): Promise<Standing> {
  const { ctx, graph, state, options } = turn
  const { topic, genres, keyTerms, facts, skillLevel, gradeLevel } = state.request
  const request = understandRequest(
    {
      prompt: `about ${topic}`.slice(0, 500),
      topic,
      keyTerms,
      facts,
      skillLevel,
      gradeLevel,
      ...(genres.length > 0 ? { genres } : {}),
    },
    { seed: seedOf(options.id) },
  )
  try {
    return await bringTo(turn, 'hook_decision', () => undefined)
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'conflict') return await beginSong(ctx, graph, request, options)
    throw thrown
  }
}

const kinds: Record<GenerationKind, (turn: Turn) => Promise<TurnResult>> = {
  async hooks(turn) {
    const { ctx, state, options } = turn
    const standing = await firstHooks(turn)
    const known = state.hooks.map(({ text }) => text)
    const offered =
      known.length === 0
        ? made(stateOf(standing), 'hooks').options
        : await withRun(ctx, options, (run) => moreHooks(run, stateOf(standing), known, known.length))
    return { outcomes: [event({ type: 'hooksOffered', hooks: offered.map((hook) => ({ id: newId(), ...hook })) })] }
  },
  async draft(turn) {
    const state = stateOf(await bringTo(turn, 'lyrics_decision', () => ({ hook: turn.state.hook?.text ?? '' })))
    const lyrics = made(state, 'lyrics')
    return {
      outcomes: [event({ type: 'draftOffered', title: lyrics.title, slots: slotsOf(made(state, 'plan'), lyrics) })],
    }
  },
  async rewrite(turn) {
    const { ctx, state, options } = turn
    const { line: id, note } = state.generation!
    const line = state.lines.find((one) => one.id === id)
    if (!line) throw new AppError('not_found', 'This line is not there any more.')
    const workflow = stateOf(await continueSong(ctx, turn.graph, options))
    const lyrics = lyricsOf(made(workflow, 'plan'), state.title ?? '', state.lines)
    const text = await withRun(ctx, options, (run) =>
      anotherLine(run, workflow, lyrics, placeOf(line.id), note, line.revision + state.seq),
    )
    return { outcomes: [event({ type: 'rewriteOffered', line: line.id, text })] }
  },
  async arrangements(turn) {
    const { ctx, options } = turn
    const standing = await bringTo(turn, 'collaboration', (workflow) => ({
      lyrics: lyricsOf(made(workflow, 'plan'), turn.state.title ?? '', turn.state.lines),
    }))
    const offered = await ctx.compute.run('arrange', partsOf(stateOf(standing)), options.signal)
    return {
      outcomes: [
        event({
          type: 'arrangementsOffered',
          options: offered.map(({ id, title, reason }) => ({ id, title, reason })),
        }),
        event({ type: 'songMade', revision: 1, score: offered[0]!.song.quality.score }),
      ],
      song: offered[0]!.song,
    }
  },
  async song(turn) {
    const { ctx, graph, state, options } = turn
    const standing = await continueSong(ctx, graph, options)
    const offered =
      standing.waiting === null ? [] : await ctx.compute.run('arrange', partsOf(standing.state), options.signal)
    const song =
      offered.find(({ id }) => id === state.arrangement)?.song ??
      offered[0]?.song ??
      (standing.waiting === null ? standing.song : undefined)
    if (!song) throw new AppError('conflict', 'The song has not come to this place yet.')
    if (standing.waiting === 'collaboration') await resumeSong(ctx, graph, { accept: true }, options)
    return {
      outcomes: [event({ type: 'songMade', revision: (state.song?.revision ?? 0) + 1, score: song.quality.score })],
      song,
    }
  },
}

/** One turn of the AI: from what the group has decided to the next thing it is asked. */
export const takeTurn = (turn: Turn): Promise<TurnResult> => kinds[turn.state.generation!.kind](turn)

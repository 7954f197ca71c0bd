import type { Outcome } from '../domain/session/decision.js'
import type { GenerationKind, SessionEvent } from '../domain/session/events.js'
import type { SessionState } from '../domain/session/state.js'
import type { Song } from '../domain/song.js'
import { AppError } from '../errors.js'
import { made } from '../workflow/agents/made.js'
import { partsOf } from '../workflow/assemble.js'
import type { SongGraph } from '../workflow/graph.js'
import type { WorkflowContext } from '../workflow/run-context.js'
import { anotherLine, moreHooks } from '../workflow/session-asides.js'
import { beginSong, continueSong, resumeSong, type Standing } from '../workflow/session-run.js'
import type { State } from '../workflow/state.js'
import { type RunOptions, withRun } from '../workflow/with-run.js'
import { newId } from './follow-up.js'
import { lyricsOf, placeOf, slotsOf } from './sheet.js'
import { songRequestOf } from './song-request.js'

/** What a turn made: events for the session, the song as it now sounds, and as it would sound in each of the ways that are offered. */
export interface TurnResult {
  outcomes: Outcome[]
  song?: Song
  offered?: Record<string, Song>
}

interface Turn {
  ctx: WorkflowContext
  graph: SongGraph
  state: SessionState
  options: RunOptions
}

const event = (event: SessionEvent): Outcome => ({ event })

const songMade = ({ song }: SessionState, made: Song): Outcome =>
  event({ type: 'songMade', revision: (song?.revision ?? 0) + 1, score: made.quality.score })

/** Where people are asked, in the order in which the workflow comes there. */
const places = ['hook_decision', 'lyrics_decision', 'collaboration'] as const
type AskedAt = (typeof places)[number]

/** What the group has decided, place by place. */
const decided: Record<AskedAt, (state: SessionState, workflow: State) => unknown> = {
  hook_decision: ({ hook }) => ({ hook: hook?.text ?? '' }),
  lyrics_decision: ({ title, lines }, workflow) => ({ lyrics: lyricsOf(made(workflow, 'plan'), title ?? '', lines) }),
  collaboration: () => ({ accept: true }),
}

/** Whether the workflow has gone on without the group, as it does when an agent fails: it then hands over a song of its own. */
const isPast = ({ waiting }: Standing, place: AskedAt): boolean =>
  waiting === null || (waiting !== 'work' && places.indexOf(waiting) > places.indexOf(place))

const begin = ({ ctx, graph, state, options }: Turn): Promise<Standing> =>
  beginSong(ctx, graph, songRequestOf(state.request, options.id), options)

/** Takes up what was broken off; begins a song that was not begun, went past its group, or whose saved work was cleared away. */
async function takeUp(turn: Turn, place: AskedAt): Promise<Standing> {
  try {
    const standing = await continueSong(turn.ctx, turn.graph, turn.options)
    return isPast(standing, place) ? await begin(turn) : standing
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'conflict') return await begin(turn)
    throw thrown
  }
}

/** Why the workflow went past its group: nobody was there to answer, or answered well. */
function noAnswer(standing: Standing): AppError {
  const errors = standing.waiting === null ? [] : standing.state.errors
  return errors.some(({ code }) => code === 'unavailable')
    ? new AppError('unavailable', 'No model could be reached.')
    : new AppError('model_failed', 'The AI did not come up with anything just now. Ask it again in a moment.')
}

/** Brings the workflow to a place where people are asked, from wherever it stands, by what the group has decided so far. */
async function bringTo(turn: Turn, place: AskedAt): Promise<{ state: State }> {
  const { ctx, graph, state, options } = turn
  let standing = await takeUp(turn, place)
  while (standing.waiting !== place) {
    if (standing.waiting === null || standing.waiting === 'work' || isPast(standing, place)) throw noAnswer(standing)
    standing = await resumeSong(ctx, graph, decided[standing.waiting](state, standing.state), options)
  }
  return standing
}

const kinds: Record<GenerationKind, (turn: Turn) => Promise<TurnResult>> = {
  async hooks(turn) {
    const { ctx, state, options } = turn
    const { state: workflow } = await bringTo(turn, 'hook_decision')
    const known = state.hooks.map(({ text }) => text)
    const offered =
      known.length === 0
        ? made(workflow, 'hooks').options
        : await withRun(ctx, options, (run) => moreHooks(run, workflow, known, known.length))
    return { outcomes: [event({ type: 'hooksOffered', hooks: offered.map((hook) => ({ id: newId(), ...hook })) })] }
  },
  async draft(turn) {
    const { state: workflow } = await bringTo(turn, 'lyrics_decision')
    const lyrics = made(workflow, 'lyrics')
    const slots = slotsOf(made(workflow, 'plan'), lyrics)
    return { outcomes: [event({ type: 'draftOffered', title: lyrics.title, slots })] }
  },
  async rewrite(turn) {
    const { ctx, state, options } = turn
    const { line: id, note } = state.generation!
    const line = state.lines.find((one) => one.id === id)
    if (!line) throw new AppError('not_found', 'This line is not there any more.')
    const { state: workflow } = await bringTo(turn, 'lyrics_decision')
    const lyrics = lyricsOf(made(workflow, 'plan'), state.title ?? '', state.lines)
    const text = await withRun(ctx, options, (run) =>
      anotherLine(run, workflow, lyrics, placeOf(line.id), note, line.revision + state.seq),
    )
    return { outcomes: [event({ type: 'rewriteOffered', line: line.id, text })] }
  },
  async arrangements(turn) {
    const { ctx, state, options } = turn
    const { state: workflow } = await bringTo(turn, 'collaboration')
    const offered = await ctx.compute.run('arrange', partsOf(workflow), options.signal)
    const { song } = offered[0]!
    const choice = offered.map(({ id, title, reason }) => ({ id, title, reason }))
    return {
      outcomes: [event({ type: 'arrangementsOffered', options: choice }), songMade(state, song)],
      song,
      offered: Object.fromEntries(offered.map(({ id, song }) => [id, song])),
    }
  },
  /** The workflow goes on waiting: what the group has chosen is made of its parts, as often as it is asked for. */
  async song(turn) {
    const { ctx, state, options } = turn
    const { state: workflow } = await bringTo(turn, 'collaboration')
    const offered = await ctx.compute.run('arrange', partsOf(workflow), options.signal)
    const { song } = offered.find(({ id }) => id === state.arrangement) ?? offered[0]!
    return { outcomes: [songMade(state, song)], song }
  },
}

/** One turn of the AI: from what the group has decided to the next thing it is asked. */
export const takeTurn = (turn: Turn): Promise<TurnResult> => kinds[turn.state.generation!.kind](turn)

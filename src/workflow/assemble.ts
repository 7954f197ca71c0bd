import type { MashupRequest } from '../domain/mashup-request.js'
import { type Provenance, type Song, songParts } from '../domain/song.js'
import type { SongParts } from '../music/assemble-song.js'
import { made } from './agents/made.js'
import type { Run } from './run-context.js'
import type { State } from './state.js'

/** A song is good enough from here on, if no check calls anything in it an error. */
const enough = 0.7

export const isGood = ({ quality }: Song): boolean =>
  quality.score >= enough && !quality.findings.some(({ severity }) => severity === 'error')

/** Who made what, in the order of `songParts` whatever finished first. Nothing in it depends on the clock. */
function provenanceOf(state: State, request: MashupRequest, fallback: boolean): Provenance {
  return {
    composer: state.made.lyrics?.by ?? 'embedded',
    request,
    parts: songParts.flatMap((part) => {
      const making = state.made[part]
      return making ? [{ part, by: making.by, attempts: making.attempts }] : []
    }),
    setbacks: songParts.flatMap((part) => state.setbacks.filter((setback) => setback.part === part)),
    iterations: state.iteration,
    fallback,
  }
}

/** What the agents and people made so far, as parts of a song. */
export const partsOf = (state: State, { asked = state.request, fallback = false } = {}): SongParts => ({
  id: state.id,
  request: state.request,
  plan: made(state, 'plan'),
  analysis: made(state, 'analysis'),
  education: made(state, 'education'),
  hooks: made(state, 'hooks'),
  hook: made(state, 'hook'),
  lyrics: made(state, 'lyrics'),
  theory: made(state, 'theory'),
  provenance: provenanceOf(state, asked, fallback),
})

/** Plan, words and notes as a whole song with its checks. `asked` is the request as it came, where the song is a plainer one. */
export function assemble(
  state: State,
  run: Run,
  options: { asked?: MashupRequest; fallback?: boolean } = {},
): Promise<Song> {
  return run.ctx.compute.run('assemble', partsOf(state, options), run.signal)
}

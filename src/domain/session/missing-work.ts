import type { GenerationKind } from './events.js'
import type { SessionState } from './state.js'

/**
 * What the open stage still needs of the AI, `null` when it has it or is being made: whoever stopped it, and whatever went
 * wrong, the group can ask again and is never stuck.
 */
export function missingWork({
  stage,
  generation,
  hooks,
  lines,
  arrangements,
  songIsFinal,
}: SessionState): GenerationKind | null {
  if (generation) return null
  if (stage === 'hooks' && !hooks.some(({ by }) => by === 'ai')) return 'hooks'
  if (stage === 'lyrics' && lines.length === 0) return 'draft'
  if (stage === 'arranging' && arrangements.length === 0) return 'arrangements'
  return stage === 'review' && !songIsFinal ? 'song' : null
}

import type { Place } from '../domain/finding.js'
import type { HookOption } from '../domain/song.js'
import type { Lyrics } from '../domain/tasks.js'
import { AppError } from '../errors.js'
import { hookGenerator } from './agents/hook-generator.js'
import { lyricsComposer } from './agents/lyrics-composer.js'
import { ask } from './agents/step.js'
import { askedFor } from './mending.js'
import type { Run } from './run-context.js'
import type { State } from './state.js'

const silent = () => {}
/** How often something new is asked for before the group is told that there is nothing. */
const attempts = 4

/** More hooks beside those that are there, while the song waits for the choice. Resolves with those that are new. */
export async function moreHooks(
  run: Run,
  state: State,
  known: readonly string[],
  round: number,
): Promise<HookOption[]> {
  const input = hookGenerator.input(state)
  const taken = new Set(known.map((text) => text.toLowerCase()))
  for (let attempt = 1; attempt <= attempts; attempt++) {
    // Another seed for the embedded composer; a chat model has its own chance.
    const again = { ...input, seed: (input.seed + (round * attempts + attempt) * 7919) % 2 ** 32 }
    const { value } = await ask(hookGenerator, again, run, silent)
    const fresh = (hookGenerator.mend?.(value, again) ?? value).options.filter(
      ({ text }) => !taken.has(text.toLowerCase()),
    )
    if (fresh.length > 0) return fresh
  }
  throw new AppError('model_failed', 'No more hooks came to mind. Write one yourselves.')
}

/**
 * Another line in one place of the words as they are now: everything else is given as it stands and left as it is. Rejects
 * with `model_failed` when nothing else came to mind.
 */
export async function anotherLine(
  run: Run,
  state: State,
  lyrics: Lyrics,
  place: Required<Pick<Place, 'section' | 'line'>>,
  note: string | null,
  round: number,
): Promise<string> {
  const before = lyrics.sections[place.section]?.lines[place.line]
  const input = lyricsComposer.input({ ...state, lyrics })
  const finding = {
    rule: askedFor('lyrics'),
    severity: 'warning' as const,
    place,
    evidence: note ?? `The group wants another line in the place of "${before}".`,
    suggestion: 'Write another line in this place and leave all others as they are.',
    cost: 0,
  }
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const asked = { ...input, seed: (input.seed + (round * attempts + attempt) * 7919) % 2 ** 32, findings: [finding] }
    const { value } = await ask(lyricsComposer, asked, run, silent)
    const line = (lyricsComposer.mend?.(value, asked) ?? value).sections[place.section]?.lines[place.line]
    if (line && line !== before) return line
  }
  throw new AppError('model_failed', 'Nothing better came to mind for this line. Try a hint, or write it yourselves.')
}

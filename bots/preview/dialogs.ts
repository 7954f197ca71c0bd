import type { Context } from '../../src/context.js'
import type { Stage } from '../../src/domain/session/stages.js'
import { verbs } from '../verbs/table.js'
import { PlayedScene } from './played-scene.js'
import type { Sample } from './sample.js'
import { sessionAt } from './sample-sessions.js'

/** Verbs that ask for more, and at which stage. */
const asking: readonly (readonly [verb: string, name: string, stage: Stage])[] = [
  ['about', 'What the song is about', 'lobby'],
  ['hook', 'A hook', 'hooks'],
  ['line', 'A line', 'lyrics'],
  ['rewrite', 'Other words for a line', 'lyrics'],
  ['reflect', 'What one thinks of it', 'review'],
  ['song', 'A quick song', 'lobby'],
  ['link', 'A chat account and its code', 'lobby'],
]

/** The dialogs of the verbs, as they open in a played session. */
export async function dialogs(ctx: Context): Promise<Sample[]> {
  const opened = await Promise.all(
    asking.map(async ([verb, name, stage]) => {
      const session = sessionAt(stage)
      const said = { session: session.id, args: [], fields: {}, via: 'press' as const }
      const form = await verbs.get(verb)!.form!(new PlayedScene(ctx, session, 'Ana'), said)
      return form && 'fields' in form ? [{ name, shown: { form } }] : []
    }),
  )
  return opened.flat()
}

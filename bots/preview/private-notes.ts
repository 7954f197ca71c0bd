import type { Context } from '../../src/context.js'
import { asAppError } from '../../src/errors.js'
import type { Note } from '../card.js'
import { noteOfError } from '../note-of-error.js'
import { notIn } from '../scene.js'
import { verbs } from '../verbs/table.js'
import type { Said } from '../verbs/verb.js'
import { PlayedScene } from './played-scene.js'
import type { PlayedSession } from './played-session.js'
import type { Sample } from './sample.js'
import { paused, sessionAt } from './sample-sessions.js'

interface Told {
  name: string
  session: PlayedSession
  /** Who does it. */
  who: string
  verb: string
  fields?: Record<string, string>
  args?: string[]
  unsafe?: string
}

/** What somebody did, and is told of it by the verb that does it in a chat too. */
const told: readonly (() => Told)[] = [
  () => ({ name: 'Where am I?', session: sessionAt('lyrics'), who: 'Ben', verb: 'status' }),
  () => ({ name: 'Where am I? A teacher asks', session: paused(), who: 'Ms Moss', verb: 'status' }),
  () => ({
    name: 'A line that fits',
    session: sessionAt('lyrics'),
    who: 'Cyd',
    verb: 'line',
    fields: { number: '2', text: 'Water climbs up to the kitchen in the leaf' },
  }),
  () => ({
    name: 'A line that could be better',
    session: sessionAt('lyrics'),
    who: 'Cyd',
    verb: 'line',
    fields: { number: '2', text: 'Glucose!' },
  }),
  () => ({
    name: 'Words that the teacher sees first',
    session: sessionAt('hooks'),
    who: 'Ben',
    verb: 'hook',
    fields: { text: 'A hook with a rude word' },
    unsafe: 'it may hurt somebody',
  }),
  () => ({ name: 'The AI’s offers', session: sessionAt('lyrics'), who: 'Ana', verb: 'offers' }),
  () => {
    const session = sessionAt('hooks')
    return { name: 'A vote', session, who: 'Ben', verb: 'vote', args: [session.state.hooks[4]!.id] }
  },
  () => ({ name: 'Not theirs to do', session: sessionAt('hooks'), who: 'Ben', verb: 'advance', args: ['hooks'] }),
  () => ({ name: 'Help', session: sessionAt('lobby'), who: 'Ben', verb: 'help' }),
]

const errors: readonly [name: string, note: Note][] = [
  ['Not in the session yet', noteOfError(notIn(sessionAt('lobby').id))],
]

export async function privateNotes(ctx: Context): Promise<Sample[]> {
  const notes = await Promise.all(told.map((make) => noteOf(ctx, make())))
  return [...notes, ...errors.map(([name, note]) => ({ name, shown: { note } }))]
}

async function noteOf(
  ctx: Context,
  { name, session, who, verb, fields = {}, args = [], unsafe }: Told,
): Promise<Sample> {
  const said: Said = { session: session.id, args, fields, via: 'command' }
  const scene = new PlayedScene(ctx, session, who, unsafe)
  const note = await verbs
    .get(verb)!
    .serve(scene, said)
    .catch((thrown: unknown) => noteOfError(asAppError(thrown)))
  return { name, shown: { note } }
}

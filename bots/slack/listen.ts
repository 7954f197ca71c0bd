import type { App } from '@slack/bolt'
import type { Context } from '../../src/context.js'
import { writeAddress } from './address.js'
import { type Ack, type AckPayload, type Attendance, attend } from './attend.js'
import { envelopeSchema, homeOpenedSchema } from './events.js'
import { type Reading, readForm, readPress, readSlash } from './read-payload.js'
import type { Received } from './received.js'

const notUnderstood = 'I could not make sense of that. Please try again, or type /mashup help.'

/** Every kind of thing that Slack tells of has its ear here: what is not heard would leave somebody with a warning sign. */
export function listen(ctx: Context, app: App, attendance: () => Attendance, reading: () => Reading): void {
  const take = async (read: (how: Reading) => Received | null, ack: Ack, refuse: () => Promise<unknown>) => {
    let received: Received | null
    try {
      received = read(reading())
    } catch (err) {
      ctx.log.error({ err: shapeOf(err) }, 'Slack sent what we do not know')
      await refuse()
      return
    }
    if (received) await attend(attendance(), received, ack)
    else await ack()
  }

  app.command(/.*/, ({ body, ack }) =>
    take(
      (how) => readSlash(body, how),
      () => ack(),
      () => ack({ response_type: 'ephemeral', text: notUnderstood }),
    ),
  )
  app.action(/.*/, ({ body, ack }) =>
    take(
      (how) => readPress(body, how),
      () => ack(),
      () => ack(),
    ),
  )
  app.view(/.*/, ({ body, ack }) =>
    take(
      (how) => readForm(body, how),
      (payload?: AckPayload) => (payload ? ack(payload) : ack()),
      () => ack(),
    ),
  )
  app.shortcut(/.*/, ({ ack }) => ack())
  app.options(/.*/, ({ ack }) => ack({ options: [] }))
  app.event('app_home_opened', ({ body }) => showHome(ctx, attendance(), body))
  app.error(async (error) => ctx.log.error({ err: shapeOf(error) }, 'Bolt could not go on'))
}

/** The app's own page: what the person has to do with, as `/mashup mine` tells it. */
async function showHome(ctx: Context, { desk, tell }: Attendance, body: unknown): Promise<void> {
  const { event_id, team_id, event } = envelopeSchema.parse(body)
  const opened = homeOpenedSchema.safeParse(event).data
  if (opened?.tab !== 'home') return
  const { user } = opened
  const at = ctx.now().getTime()
  const address = { space: team_id, channel: user, user, thread: null, responseUrl: null, isHome: true, at }
  await desk.serve(
    {
      id: event_id,
      account: { platform: 'slack', space: team_id, user, name: 'Somebody in Slack' },
      place: { platform: 'slack', space: team_id, channel: user, thread: null },
      did: { kind: 'command', name: 'mine', options: {} },
    },
    // Bolt has acknowledged it.
    { acknowledge: async () => {}, answer: (note) => tell(address, note) },
    writeAddress(address),
  )
}

/** What was wrong, without what was sent. */
const shapeOf = (thrown: unknown): Error =>
  thrown instanceof Error && 'issues' in thrown && Array.isArray(thrown.issues)
    ? new Error(thrown.issues.map((issue: { path?: unknown[] }) => issue.path?.join('.')).join(', '))
    : thrown instanceof Error
      ? thrown
      : new Error('not an error')

import { refuseClosed } from '../../access/page-session.js'
import type { Context } from '../../context.js'
import { pageCommandSchema } from '../../domain/session/commands.js'
import { participantOf } from '../../domain/session/state.js'
import { AppError, asAppError } from '../../errors.js'
import type { RateLimit } from '../../ports.js'
import { giveCommand } from '../../sessions/give-command.js'
import { toProblem } from '../problem.js'
import { parseBody } from '../read-input.js'
import type { Door } from './admit.js'
import type { Audience } from './audience.js'
import {
  type Acknowledgement,
  type LiveSocket,
  namespaceName,
  renewalSchema,
  roomsOf,
  typingSchema,
} from './protocol.js'

/** "Is typing" is shown for some seconds: more often than this it tells nothing. */
const typingEveryMs = 1000

export const liveProblem = (ctx: Context, thrown: unknown, requestId: string) => {
  const error = asAppError(thrown)
  if (error.code === 'internal') ctx.log.error({ err: error.cause ?? error }, 'something live failed')
  return toProblem(error, { path: namespaceName, requestId })
}

/** One socket: what it may say, and how often. */
export function receive(
  ctx: Context,
  socket: LiveSocket,
  { audience, door, commands }: { audience: Audience; door: Door; commands: RateLimit },
): void {
  const { data } = socket
  /** Answers whoever wants an answer; what is thrown is one too. */
  const answering =
    (work: (given: unknown) => Promise<Acknowledgement>) =>
    (given: unknown, answer?: (answer: Acknowledgement) => void): void => {
      work(given)
        .catch((thrown: unknown): Acknowledgement => ({ ok: false, problem: liveProblem(ctx, thrown, socket.id) }))
        .then((said) => (typeof answer === 'function' ? answer(said) : undefined))
        .catch((err: unknown) => ctx.log.debug({ err }, 'an answer was not sent'))
    }

  const carryOut = async (given: unknown): Promise<Acknowledgement> => {
    const { actor, session } = data
    await refuseClosed(ctx, actor)
    const { allowed, resetAfter } = await commands.take(`${actor.tenant}:${actor.person}`)
    if (!allowed)
      throw new AppError('too_many_requests', 'That was a lot at once. Please wait a moment and try again.', {
        retryAfter: Math.max(1, resetAfter),
      })
    const { invitation, ...command } = parseBody(pageCommandSchema, given)
    const { view, check } = await giveCommand(ctx, actor, { session, command, invitation })
    return { ok: true, seq: view.seq, check }
  }

  const renew = async (given: unknown): Promise<Acknowledgement> => {
    const { token } = parseBody(renewalSchema, given)
    const actor = await door.identify(socket, token)
    if (actor.tenant !== data.tenant || actor.person !== data.actor.person)
      throw new AppError('forbidden', 'This is somebody else’s. Open the session anew.')
    data.actor = actor
    data.handshake.token = token
    return { ok: true, seq: audience.seq, check: null }
  }

  let quietUntil = 0
  socket.on('command', answering(carryOut))
  socket.on('renew', answering(renew))
  socket.on('typing', (given) => {
    const now = performance.now()
    const { data: typing } = typingSchema.safeParse(given)
    const me = audience.state && participantOf(audience.state, data.actor.person)
    if (!typing || !me?.here || now < quietUntil) return
    quietUntil = now + typingEveryMs
    const line = audience.state?.lines.find(({ id }) => id === typing.line)?.id ?? null
    socket.volatile.to(roomsOf(data.session)).emit('typing', { number: me.number, line })
  })
}

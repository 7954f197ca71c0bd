import type { Socket } from 'socket.io'
import type { Context } from '../../context.js'
import type { Actor } from '../../domain/actor.js'
import { localTenant } from '../../domain/tenant.js'
import { AppError } from '../../errors.js'
import { followSession } from '../../sessions/follow-session.js'
import { actorOfToken } from '../gate.js'
import { createGuests } from '../guests.js'
import { type Admitted, handshakeSchema } from './protocol.js'

/** Tabs of one person, of one session or several, that one process keeps connected. */
const socketsAtMost = 12
/** Connections that one address may try, for each song of the limit: a whole school comes back at once after a cut. */
const triesForEachSong = 200

const tooMuch = (what: string, retryAfter: number) => new AppError('too_many_requests', what, { retryAfter })

/** Behind https there is a proxy, which names whom it speaks for last. */
function addressOf({ handshake }: Pick<Socket, 'handshake'>, publicUrl: string): string {
  const forwarded = publicUrl.startsWith('https:') ? handshake.headers['x-forwarded-for'] : undefined
  return (
    String(forwarded ?? '')
      .split(',')
      .at(-1)
      ?.trim() || handshake.address
  )
}

export interface Door {
  /** Rejects as HTTP would: `unauthenticated`, `not_found`, `too_many_requests`, `invalid_request`. */
  admit(socket: Pick<Socket, 'handshake'>): Promise<Admitted>
  /** Who holds a token now, or the guest whose cookie came along. */
  identify(socket: Pick<Socket, 'handshake'>, token: string | undefined): Promise<Actor>
  /** Counts the sockets of a person that are open. */
  enter(admitted: Admitted): void
  leave(admitted: Admitted): void
}

export function createDoor(ctx: Context): Door {
  const guests = createGuests(ctx.config)
  const tries = ctx.shared.rateLimit('live-tries', ctx.config.ratePerMinute * triesForEachSong, 60)
  const open = new Map<string, number>()
  const keyOf = ({ tenant, person }: Actor) => `${tenant}:${person}`

  const identify: Door['identify'] = async ({ handshake }, token) => {
    if (token !== undefined) return await actorOfToken(ctx, token)
    const person = ctx.config.guests ? guests.known(handshake.headers.cookie) : null
    if (!person) throw new AppError('unauthenticated', 'Open this session from its page or its course.')
    return { tenant: localTenant, person, role: 'guest', scopes: null }
  }

  return {
    identify,
    async admit(socket) {
      const { allowed, resetAfter } = await tries.take(addressOf(socket, ctx.config.publicUrl))
      if (!allowed) throw tooMuch('Too many connections at once. Please wait a moment.', resetAfter)
      const parsed = handshakeSchema.safeParse(socket.handshake.auth)
      if (!parsed.success) throw new AppError('invalid_request', 'Name the session, and the last event that you know.')
      const handshake = parsed.data
      const actor = await identify(socket, handshake.token)
      const followed = await followSession(ctx, actor, handshake.session)
      if ((open.get(keyOf(actor)) ?? 0) >= socketsAtMost)
        throw tooMuch('This is open in too many tabs. Close some of them.', 30)
      return { ...followed, actor, handshake }
    },
    enter: ({ actor }) => void open.set(keyOf(actor), (open.get(keyOf(actor)) ?? 0) + 1),
    leave({ actor }) {
      const left = (open.get(keyOf(actor)) ?? 1) - 1
      if (left > 0) open.set(keyOf(actor), left)
      else open.delete(keyOf(actor))
    },
  }
}

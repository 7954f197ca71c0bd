import { randomUUID } from 'node:crypto'
import type { Server as HttpServer, IncomingMessage } from 'node:http'
import { Server, type ServerOptions } from 'socket.io'
import type { Context } from '../../context.js'
import { asAppError } from '../../errors.js'
import { changedSessions } from '../../sessions/follow-session.js'
import { hearProgress } from '../../sessions/share-progress.js'
import type { Attached } from '../server.js'
import { createDoor } from './admit.js'
import { Audience } from './audience.js'
import { createPresence } from './presence.js'
import { type LiveNamespace, type LiveSocket, namespaceName, roomsOf } from './protocol.js'
import { liveProblem, receive } from './visitor.js'

/** How processes hear of each other; without it, this one is alone. */
export type Adapter = NonNullable<ServerOptions['adapter']>

/** Word from elsewhere may be missed; the database is asked this often what there is to tell. */
const lookMs = 1000
/** Whoever signed in and may no longer is seen to leave. */
const identifyMs = 60_000
/** Commands of one person for each song that they may ask for; as over HTTP. */
const commandsForEachSong = 20

/** A page of ours, or a program, which sends no Origin: another site's page may not ride on somebody's cookie. */
function isOurs({ headers }: IncomingMessage, publicUrl: string): boolean {
  if (headers.origin === undefined) return true
  const host = URL.canParse(headers.origin) ? new URL(headers.origin).host : ''
  return host === headers.host || host === new URL(publicUrl).host
}

/** Opens the namespace on a server that listens, or will. */
export function openLive(ctx: Context, http: HttpServer, adapter?: Adapter): Attached {
  const io = new Server(http, {
    serveClient: false,
    connectTimeout: 10_000,
    pingInterval: 20_000,
    pingTimeout: 20_000,
    maxHttpBufferSize: 200_000,
    allowRequest: (req, decide) => decide(null, isOurs(req, ctx.config.publicUrl)),
    ...(adapter && { adapter }),
  })
  const namespace: LiveNamespace = io.of(namespaceName)
  const server = randomUUID()
  const door = createDoor(ctx)
  const commands = ctx.shared.rateLimit('live-commands', ctx.config.ratePerMinute * commandsForEachSong, 60)
  const audiences = new Map<string, Audience>()
  const presence = createPresence(namespace, audiences, (session, present) => {
    if (adapter) namespace.serverSideEmit('present', { server, session, present })
  })
  // Each process hears of all turns by itself, and tells those who are with it.
  const progress = hearProgress(ctx, (session, shown) => {
    if (audiences.has(session)) namespace.local.to(roomsOf(session)).emit('progress', shown)
  }).catch((err: unknown) => ctx.log.warn({ err }, 'the AI’s steps are not shown'))

  const audienceOf = ({ tenant, session }: LiveSocket['data']): Audience => {
    const known = audiences.get(session)
    if (known) return known
    const made = new Audience({ ctx, namespace, of: { tenant, session }, told: (one) => presence.touch(one) })
    audiences.set(session, made)
    return made
  }

  namespace.use((socket, answer) => {
    door.admit(socket).then(
      (admitted) => {
        socket.data = admitted
        answer()
      },
      (thrown: unknown) => {
        answer(Object.assign(new Error(asAppError(thrown).message), { data: liveProblem(ctx, thrown, socket.id) }))
      },
    )
  })

  namespace.on('connection', (socket) => {
    const audience = audienceOf(socket.data)
    door.enter(socket.data)
    receive(ctx, socket, { audience, door, commands })
    socket.on('disconnect', () => {
      door.leave(socket.data)
      audience.leave(socket)
      presence.touch(audience)
    })
    audience
      .enter(socket, () => presence.of(audience))
      .then(
        () => {
          // It may have gone while it was being let in.
          if (socket.disconnected) audience.leave(socket)
          presence.touch(audience)
        },
        // The client comes again by itself, as after any loss.
        (err: unknown) => {
          ctx.log.debug({ err }, 'a visitor could not be let in')
          socket.conn.close()
        },
      )
  })

  namespace.on('changed', ({ session, seq }) => {
    const audience = audiences.get(session)
    if (audience && audience.seq < seq) audience.tell()
  })
  namespace.on('present', (told) => presence.heard(told))

  const stop = ctx.events.on('session.changed', ({ session, seq }) => {
    audiences.get(session)?.tell()
    if (adapter) namespace.serverSideEmit('changed', { session, seq })
  })

  let looking = false
  const look = async () => {
    for (const [session, audience] of audiences)
      if (audience.isEmpty && audience.state) {
        audiences.delete(session)
        presence.gone(session)
      } else if (audience.isQueued) audience.tell()
    const known = new Map([...audiences].map(([session, { seq }]) => [session, seq]))
    for (const session of await changedSessions(ctx, known)) audiences.get(session)?.tell()
  }
  const looks = setInterval(() => {
    if (looking) return
    looking = true
    look()
      .catch((err: unknown) => ctx.log.debug({ err }, 'sessions could not be looked after; trying again'))
      .finally(() => {
        looking = false
      })
  }, lookMs)

  const identifies = setInterval(() => {
    for (const socket of namespace.sockets.values()) {
      door.identify(socket, socket.data.handshake.token).catch((thrown: unknown) => {
        if (!['unauthenticated', 'forbidden'].includes(asAppError(thrown).code)) return
        socket.emit('problem', liveProblem(ctx, thrown, socket.id))
        socket.disconnect()
      })
    }
  }, identifyMs)

  return {
    async close() {
      stop()
      clearInterval(looks)
      clearInterval(identifies)
      presence.close()
      await (await progress)?.()
      // Not socket.disconnect(): clients whose connection is lost come again by themselves, to another process or the next.
      io.engine.close()
      await namespace.adapter.close()
    },
  }
}

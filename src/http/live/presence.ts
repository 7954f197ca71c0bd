import type { Audience } from './audience.js'
import { type LiveNamespace, type Present, roomsOf } from './protocol.js'

/** Comings and goings of one moment are told at once: a page that is loaded anew goes and comes. */
const gatherMs = 150
/** Each server says again who is with it; what a server that died had said is then forgotten. */
const sayAgainMs = 10_000
const forgetMs = 3 * sayAgainMs

interface Said {
  present: Present[]
  at: number
}

export interface Presence {
  /** Over all processes. */
  of(audience: Audience): Present[]
  /** Something may have changed. */
  touch(audience: Audience): void
  /** The last one here has left. */
  gone(session: string): void
  heard(told: { server: string; session: string; present: Present[] }): void
  close(): void
}

/** Who has a session open, and where. Never stored: it is what the sockets of just now say. */
export function createPresence(
  namespace: LiveNamespace,
  audiences: ReadonlyMap<string, Audience>,
  say: (session: string, present: Present[]) => void,
): Presence {
  const elsewhere = new Map<string, Map<string, Said>>()
  const shown = new Map<string, string>()
  const due = new Map<string, NodeJS.Timeout>()

  const of: Presence['of'] = (audience) => {
    const others = [...(elsewhere.get(audience.session)?.values() ?? [])].flatMap(({ present }) => present)
    const merged = new Map<number, Present['surfaces']>()
    for (const { number, surfaces } of [...audience.present(), ...others])
      merged.set(number, [...new Set([...(merged.get(number) ?? []), ...surfaces])].sort())
    return [...merged].sort(([one], [other]) => one - other).map(([number, surfaces]) => ({ number, surfaces }))
  }
  const show = (audience: Audience) => {
    const present = of(audience)
    const text = JSON.stringify(present)
    if (shown.get(audience.session) === text) return
    shown.set(audience.session, text)
    namespace.local.to(roomsOf(audience.session)).emit('presence', present)
  }
  const later = (session: string, work: (audience: Audience) => void) => {
    if (due.has(session)) return
    due.set(
      session,
      setTimeout(() => {
        due.delete(session)
        const audience = audiences.get(session)
        if (audience) work(audience)
      }, gatherMs),
    )
  }
  const again = setInterval(() => {
    const old = Date.now() - forgetMs
    for (const [session, servers] of elsewhere) {
      for (const [server, { at }] of servers) if (at < old) servers.delete(server)
      if (servers.size === 0) elsewhere.delete(session)
    }
    for (const audience of audiences.values()) {
      say(audience.session, audience.present())
      show(audience)
    }
  }, sayAgainMs)

  return {
    of,
    touch: ({ session }) =>
      later(session, (audience) => {
        say(session, audience.present())
        show(audience)
      }),
    gone(session) {
      shown.delete(session)
      say(session, [])
    },
    heard({ server, session, present }) {
      const servers = elsewhere.get(session) ?? new Map<string, Said>()
      if (present.length > 0) elsewhere.set(session, servers.set(server, { present, at: Date.now() }))
      else servers.delete(server)
      const audience = audiences.get(session)
      if (audience) later(session, show)
    },
    close() {
      clearInterval(again)
      for (const timer of due.values()) clearTimeout(timer)
    },
  }
}

import { io } from 'socket.io-client'
import type { SurfaceName } from '../../../domain/session/stages.js'
import type { CommonView, OwnPart } from '../../../domain/session/view-schema.js'
import { pageBearer } from '../../api/page-session.js'

/** What comes over the socket (docs/sessions.md). */
interface Change {
  view: CommonView
  queue: number | null
}
interface Present {
  number: number
}
export interface Told {
  welcome: (told: Change & { own: OwnPart; present: Present[] }) => void
  change: (told: Change) => void
  own: (own: OwnPart) => void
  presence: (present: Present[]) => void
  typing: (typing: { number: number; line: string | null }) => void
  progress: (progress: { step: string | null; type: string }) => void
  /** The connection was lost, or refused for good. */
  lost: () => void
}

export interface Live {
  typing(line: string | null): void
  close(): void
}

/** The session as it happens: over a WebSocket, or long polling where a proxy lets none through. Comes back by itself. */
export function openLive(session: string, surface: SurfaceName, told: Told): Live {
  const socket = io('/sessions', {
    forceNew: true,
    auth: (give) => void pageBearer().then((token) => give({ session, surface, ...(token && { token }) })),
  })
  for (const name of ['welcome', 'change', 'own', 'presence', 'typing', 'progress'] as const)
    socket.on(name, told[name])
  socket.on('disconnect', told.lost)
  socket.on('connect_error', told.lost)
  return {
    typing: (line) => void socket.volatile.emit('typing', { line }),
    close: () => void socket.disconnect(),
  }
}

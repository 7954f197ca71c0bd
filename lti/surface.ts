import type { RequestHandler } from 'express'
import type { Context } from '../src/context.js'
import { createDoor } from './door.js'
import { forgetOldStates } from './launch/states.js'
import { frameable } from './page-headers.js'
import { ltiRouter } from './router.js'

/** What the web is given to stand in front of its own routes: they read their bodies themselves. */
export interface LtiRooms {
  rooms: readonly (readonly [path: string, room: RequestHandler])[]
  close(): void
}

/** Where launches lead to (launch/enter.ts), and from there on to a group's session: pages of the web's that a platform shows in a frame. */
const launchedPages = ['/assignment', '/session', '/setup', '/review']

const sweepMs = 60 * 60_000

/** The doors of LTI, and in development the platform to try them with. */
export async function openLti(ctx: Context): Promise<LtiRooms> {
  const door = createDoor(ctx)
  const sweep = () =>
    forgetOldStates(ctx).catch((err: unknown) => ctx.log.warn({ err }, 'old sign-ins were not swept away'))
  const timer = setInterval(() => void sweep(), sweepMs).unref()
  const sandbox = ctx.config.sandbox ? await (await import('./sandbox/sandbox.js')).openSandbox(ctx) : null
  return {
    rooms: [
      ['/lti', ltiRouter(door)],
      ...launchedPages.map((path) => [path, frameable(door)] as const),
      ...(sandbox ? [['/sandbox', sandbox] as const] : []),
    ],
    close: () => clearInterval(timer),
  }
}

import type { Context } from '../src/context.js'
import type { Rooms } from '../src/surface.js'
import { createDoor } from './door.js'
import { frameable } from './page-headers.js'
import { ltiRouter } from './router.js'

/** Where launches lead to (launch/enter.ts), and from there on to a group's session: pages of the web's that a platform shows in a frame. */
const launchedPages = ['/assignment', '/session', '/setup', '/review']

/**
 * The doors of LTI, and in development the platform to try them with; for the web to stand in front of its own routes, as they
 * read their bodies themselves.
 */
export async function openLti(ctx: Context): Promise<Rooms> {
  const door = createDoor(ctx)
  const sandbox = ctx.config.sandbox ? await (await import('./sandbox/sandbox.js')).openSandbox(ctx) : null
  return [
    ['/lti', ltiRouter(door)],
    ...launchedPages.map((path) => [path, frameable(door)] as const),
    ...(sandbox ? [['/sandbox', sandbox] as const] : []),
  ]
}

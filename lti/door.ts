import type { Context } from '../src/context.js'
import { PlatformKeys } from './launch/platform-keys.js'
import { createOutbound, type Outbound } from './outbound/outbound.js'

/** What the parts of the LTI door share: the context, the one way out, and the platforms' keys. */
export interface Door {
  ctx: Context
  outbound: Outbound
  platformKeys: PlatformKeys
}

export function createDoor(ctx: Context): Door {
  const outbound = createOutbound({
    development: ctx.config.environment !== 'production',
    privateHosts: ctx.config.privateHosts,
  })
  return { ctx, outbound, platformKeys: new PlatformKeys(outbound, ctx.now) }
}

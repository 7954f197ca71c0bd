import { randomUUID } from 'node:crypto'
import type { Context } from '../src/context.js'

/** A name that is held as long as this process lives: by it others know that what it has kept is being served. */
export function openHands(ctx: Context): { name: string; ready: Promise<void>; close(): Promise<void> } {
  const name = `desk ${randomUUID()}`
  let isReady = () => {}
  const ready = new Promise<void>((resolve) => {
    isReady = resolve
  })
  const close = ctx.db.hold(name, { taken: async () => isReady(), lost: async () => {} })
  return { name, ready, close }
}

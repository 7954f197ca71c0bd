import type { Context } from './context.js'

/** A room that people come in by: web, LTI, Slack, Discord. `start` resolves once it takes people in; `stop` once the last has left. */
export interface Surface {
  readonly name: string
  start(ctx: Context): Promise<void>
  stop(): Promise<void>
}

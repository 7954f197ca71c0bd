import type { RequestHandler } from 'express'
import type { Context } from './context.js'

/** What a surface has on the web: a path, and who answers below it. They read their bodies and make their errors themselves. */
export type Rooms = readonly (readonly [path: string, room: RequestHandler])[]

/** A room that people come in by: web, LTI, Slack, Discord. `start` resolves once it takes people in; `stop` once the last has left. */
export interface Surface {
  readonly name: string
  /** Known before `start`, until which they answer 503: the web is given them when it opens. */
  readonly rooms?: Rooms
  start(ctx: Context): Promise<void>
  stop(): Promise<void>
}

import { exchangePageCode, verifyPageSession } from '../../src/access/page-session.js'
import type { Actor } from '../../src/domain/actor.js'
import type { Tool } from './tool.js'

export interface Entered {
  /** Where the launch leads, without its code. */
  path: string
  actor: Actor
  token: string
}

/** What a page does when a launch has led to it: exchanges its code for the tab's own token. */
export async function enterPage({ ctx }: Pick<Tool, 'ctx'>, answer: Response): Promise<Entered> {
  const location = answer.headers.get('location')
  if (answer.status !== 303 || !location)
    throw new Error(`the launch was not let in: ${answer.status} ${await answer.text()}`)
  const [path = '', code = ''] = location.split('#code=')
  const { token } = await exchangePageCode(ctx, code)
  return { path, token, actor: await verifyPageSession(ctx, token) }
}

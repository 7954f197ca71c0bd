import { randomUUID } from 'node:crypto'
import type { Deed } from '../../src/domain/session/commands.js'
import type { SessionView } from '../../src/domain/session/view-schema.js'
import type { Answer, Served } from '../http/serve.js'

/** One person at one browser, in one session, by REST. */
export class Singer {
  constructor(
    readonly service: Served,
    readonly cookie: string,
    public session = '',
  ) {}

  /** Below the session's own path: "/song". */
  async ask(method: string, path = '', body?: unknown): Promise<Answer> {
    const sent = { cookie: this.cookie, ...(body === undefined ? {} : { body }) }
    return await this.service.ask(method, `/api/v1/sessions/${this.session}${path}`, sent)
  }

  async give(deed: Deed, over: { id?: string; invitation?: string } = {}): Promise<Answer> {
    return await this.ask('POST', '/commands', { id: randomUUID(), deed, ...over })
  }

  async sees(): Promise<SessionView> {
    return (await this.ask('GET')).json().view
  }

  /** What the session looks like as soon as it is so. */
  async when(isSo: (view: SessionView) => boolean): Promise<SessionView> {
    for (;;) {
      const changed = new Promise<void>((resolve) => {
        const stop = this.service.ctx.events.on('session.changed', ({ session }) => {
          if (session !== this.session) return
          stop()
          resolve()
        })
      })
      const view = await this.sees()
      if (isSo(view)) return view
      await changed
    }
  }

  /** As soon as the AI has nothing more to do in it. */
  whenTheAiHasDone(): Promise<SessionView> {
    return this.when(({ generation }) => generation === null)
  }
}

const photosynthesis = { topic: 'photosynthesis', genres: ['trap', 'baroque'], skillLevel: 'beginner', gradeLevel: 5 }

/** A host and a friend whom they have invited. */
export async function pairOf(service: Served, request: object = photosynthesis): Promise<[Singer, Singer]> {
  const host = new Singer(service, await service.newGuest())
  const body = { request, settings: { closeWhenAllVoted: false } }
  const begun = await service.ask('POST', '/api/v1/sessions', { body, cookie: host.cookie })
  const { id, invitation } = begun.json()
  host.session = id
  const friend = new Singer(service, await service.newGuest(), id)
  await friend.give({ type: 'join' }, { invitation })
  return [host, friend]
}

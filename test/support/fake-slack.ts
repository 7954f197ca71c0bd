import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ChatWorld, ShownMessage } from './chat-world.js'
import { slackApi } from './slack-api.js'
import { type Delivered, type Delivery, type Kind, overHttp, overSockets } from './slack-deliver.js'
import { type Player, slackPlayer } from './slack-player.js'
import { buttonsIn, readBlocks } from './slack-reading.js'
import { type SlackMessage, SlackState } from './slack-state.js'

export interface SlackOptions {
  over: 'http' | 'sockets'
  /** Several workspaces that install the app, and no token of one's own. */
  oauth?: boolean
}

export interface FakeSlack extends ChatWorld {
  readonly state: SlackState
  /** Where the service listens, for what Slack says over HTTP; known once it is started. */
  serveAt(url: string): void
  /** Somebody of a workspace; of the first one where it is not said. */
  person(name: string, space?: string): Player
  /** An event, as Slack tells of it. */
  event(event: object, more?: { space?: string; id?: string; time?: number }): Promise<Delivered>
  deliver: Delivery['deliver']
  /** A further workspace, which has not installed the app yet. */
  addWorkspace(space: string): void
  /** A person of a workspace agrees on Slack's page: the code that comes back. */
  agree(space: string): string
  invite(isInChannel: boolean): void
  sockets: { drop(): void; refresh(): void; count(): number } | null
}

const signingSecret = 'signing-secret-of-the-stand-in'
const appToken = 'xapp-stand-in'

/** Slack on a port of its own, with real HTTP and sockets. */
export async function startSlack({ over, oauth = false }: SlackOptions): Promise<FakeSlack> {
  const state = new SlackState()
  const server = createServer()
  let service = ''
  const codes = new Map<string, string>()
  const sockets = over === 'sockets' ? overSockets(state, server) : null
  const delivery = sockets ?? overHttp(state, signingSecret, () => service)
  const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const api = slackApi({ state, appToken, origin, codes, newTicket: () => sockets?.newTicket() ?? '' })
  server.on('request', (req, res) => void api(req, res))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  const addWorkspace = (space: string, isRevoked = true) =>
    state.workspaces.set(space, { token: `xoxb-${space}`, channel: `C${space}`, isInChannel: true, isRevoked })
  const space = 'T1'
  const channel = 'CT1'
  addWorkspace(space, false)

  let copies = 1
  const deliver = async (kind: Kind, payload: object, headers?: Record<string, string>): Promise<Delivered> => {
    const times = copies
    copies = 1
    const all = await Promise.all(Array.from({ length: times }, () => delivery.deliver(kind, payload, headers)))
    return all[0]!
  }
  const event: FakeSlack['event'] = (told, { space: of = space, id = state.nextId('Ev'), time } = {}) =>
    deliver('events_api', {
      type: 'event_callback',
      event_id: id,
      event_time: time ?? Math.floor(Date.now() / 1000),
      team_id: of,
      api_app_id: 'A1',
      authorizations: [{ team_id: of, enterprise_id: null, is_enterprise_install: false }],
      event: told,
    })

  const card = (): SlackMessage | undefined =>
    state.messages.findLast(
      ({ blocks, isDeleted, channel: where }) => where === channel && !isDeleted && blocks[0]?.type === 'header',
    )
  const until: ChatWorld['until'] = async (condition) => {
    const stands = () => {
      const found = card()
      return found ? shown(found) : null
    }
    return await state.until(
      () => `a session's message to be otherwise than:\n${stands()?.text ?? '(none)'}`,
      () => {
        const found = stands()
        return found && condition(found) ? found : null
      },
    )
  }

  const files = () =>
    state.files.filter(({ isShown }) => isShown).map(({ name, alt, content }) => ({ name, alt, content }))
  const people = new Map<string, Player>()
  return {
    platform: 'slack',
    space,
    channel,
    state,
    settings: {
      SLACK_API_URL: `${origin()}/api`,
      ...(over === 'sockets' ? { SLACK_APP_TOKEN: appToken } : { SLACK_SIGNING_SECRET: signingSecret }),
      ...(oauth ? { SLACK_CLIENT_ID: 'client', SLACK_CLIENT_SECRET: 'secret' } : { SLACK_BOT_TOKEN: `xoxb-${space}` }),
    },
    complaints: state.complaints,
    serveAt: (url) => {
      service = url
    },
    person(name, of = space) {
      const key = `${of} ${name}`
      const known =
        people.get(key) ?? slackPlayer({ state, deliver, card, origin, name, space: of, number: people.size + 1 })
      people.set(key, known)
      return known
    },
    event,
    deliver,
    addWorkspace: (of) => void addWorkspace(of),
    agree(of) {
      const code = state.nextId('code')
      codes.set(code, of)
      return code
    },
    invite: (isInChannel) => {
      state.workspaces.get(space)!.isInChannel = isInChannel
    },
    sockets,
    sessionMessage: () => until(() => true),
    until,
    files,
    untilFiles: (count) =>
      state.until(
        () => `${count} files; there are ${files().length}`,
        () => (files().length >= count ? files() : null),
        // They are drawn and played first.
        60_000,
      ),
    faults: {
      fail: (path, { status, retryAfter, times = 1 }) =>
        void state.failures.push({ path, status, left: times, ...(retryAfter === undefined ? {} : { retryAfter }) }),
      deliverAgain: (times) => {
        copies = times
      },
      deleteMessage: () => {
        const found = card()
        if (found) found.isDeleted = true
      },
      dropSocket: () => sockets?.drop(),
      // Slack's threads cannot be archived.
      archiveThread: () => {},
      async putOut() {
        state.workspaces.get(space)!.isRevoked = true
        await Promise.all([
          event({ type: 'tokens_revoked', tokens: { oauth: [], bot: ['UBOT'] } }),
          event({ type: 'app_uninstalled' }),
        ])
      },
    },
    async close() {
      delivery.close()
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

const shown = ({ ts, blocks, edits }: SlackMessage): ShownMessage => ({
  id: ts,
  text: readBlocks(blocks),
  buttons: buttonsIn(blocks).map(({ id, label, isOff }) => ({ id, label, isOff })),
  edits,
})

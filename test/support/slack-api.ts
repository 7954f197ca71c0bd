import type { IncomingMessage, ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { faultsInBlocks, faultsInView, isEscaped } from './slack-limits.js'
import type { SlackState } from './slack-state.js'

// biome-ignore lint/suspicious/noExplicitAny: what came over the wire
type Any = any
type Answer = Record<string, unknown>

class Refusal extends Error {}
const refuse = (error: string): never => {
  throw new Refusal(error)
}

export interface ApiOptions {
  state: SlackState
  appToken: string
  /** Where the stand-in itself is reached. */
  origin: () => string
  /** A ticket for a socket. */
  newTicket: () => string
  /** Codes of OAuth, and the workspace that each is for. */
  codes: Map<string, string>
}

/** Slack's Web API: the methods that the app uses, as strict as Slack is, and stricter about manners. */
export function slackApi(options: ApiOptions) {
  const { state } = options
  return async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const url = new URL(String(req.url), 'http://slack')
    const body = await buffer(req)
    if (url.pathname.startsWith('/upload/')) {
      const file = state.files.find(({ id }) => id === url.pathname.split('/')[2])
      if (file) file.content = body
      else state.complain(`an upload to ${url.pathname}`)
      send(res, 200, 'OK')
      return
    }
    if (url.pathname.startsWith('/response/')) {
      respond(state, url, JSON.parse(body.toString()), res)
      return
    }
    const method = url.pathname.replace('/api/', '')
    state.calls.push(method)
    const failure = state.failureFor(url.pathname)
    if (failure) {
      send(res, failure.status, 'failed', failure.retryAfter ? { 'Retry-After': String(failure.retryAfter) } : {})
      return
    }
    const refusal = state.refusals.get(method)
    if (refusal) {
      state.refusals.delete(method)
      send(res, 200, { ok: false, ...refusal })
      return
    }
    const given = Object.fromEntries(new URLSearchParams(body.toString()))
    const token = given.token ?? String(req.headers.authorization ?? '').replace('Bearer ', '')
    try {
      send(res, 200, { ok: true, ...call(options, method, given, token) })
    } catch (thrown) {
      if (!(thrown instanceof Refusal)) state.complain(`${method}: ${String(thrown)}`)
      send(res, 200, { ok: false, error: thrown instanceof Refusal ? thrown.message : 'internal_error' })
    }
    state.changed()
  }
}

function send(res: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  res.writeHead(status, { 'Content-Type': 'application/json', ...headers })
  res.end(typeof body === 'string' ? body : JSON.stringify(body))
}

function call(
  { state, appToken, origin, newTicket, codes }: ApiOptions,
  method: string,
  given: Any,
  token: string,
): Answer {
  if (method === 'apps.connections.open') {
    if (token !== appToken) refuse('invalid_auth')
    return { url: `${origin().replace('http', 'ws')}/socket/${newTicket()}` }
  }
  if (method === 'oauth.v2.access') return exchange(state, codes, given)
  const [space, workspace] = [...state.workspaces].find(([, one]) => one.token === token) ?? refuse('invalid_auth')
  if (workspace.isRevoked) refuse('token_revoked')
  const work = methods[method]
  if (!work) {
    state.complain(`an unknown method: ${method}`)
    return refuse('unknown_method')
  }
  return work({ state, space, origin: origin() }, given)
}

interface Asked {
  state: SlackState
  space: string
  origin: string
}

const methods: Record<string, (asked: Asked, given: Any) => Answer> = {
  'auth.test': ({ space }) => ({ team_id: space, user_id: 'UBOT', bot_id: 'BBOT', url: 'https://slack.test/' }),

  'chat.postMessage'({ state, space }, given) {
    const { channel, text, thread_ts: thread = null } = given
    mayPost(state, space, channel)
    const blocks = message(state, 'chat.postMessage', given)
    const ts = state.nextTs()
    if (channel.startsWith('U')) state.tell({ user: channel, channel, thread, text, blocks, ts })
    else state.messages.push({ ts, channel, thread, text, blocks, edits: 0, isDeleted: false })
    return { ts, channel }
  },

  'chat.update'({ state, space }, given) {
    const { channel, ts, text } = given
    mayPost(state, space, channel)
    const found = state.messages.find((one) => one.ts === ts && one.channel === channel && !one.isDeleted)
    const blocks = message(state, 'chat.update', given)
    if (!found) return refuse('message_not_found')
    Object.assign(found, { text, blocks, edits: found.edits + 1 })
    return { ts, channel }
  },

  'chat.postEphemeral'({ state, space }, given) {
    const { channel, user, text, thread_ts: thread = null } = given
    mayPost(state, space, channel)
    if (thread !== null && !state.messages.some((one) => one.thread === thread))
      state.complain('chat.postEphemeral: nobody sees private words in a thread that has not begun')
    const ts = state.nextTs()
    state.tell({ user, channel, thread, text, blocks: message(state, 'chat.postEphemeral', given), ts })
    return { message_ts: ts }
  },

  'views.open'({ state }, { trigger_id, view }) {
    const [user, at] = String(trigger_id).split('.').slice(1)
    if (Date.now() - Number(at) > 3_000) refuse('expired_trigger_id')
    if (state.usedTriggers.has(trigger_id)) refuse('exchanged_trigger_id')
    state.usedTriggers.add(trigger_id)
    const opened = readView(state, 'views.open', view)
    const id = state.nextId('V')
    state.views.push({ id, user: String(user), view: opened })
    return { view: { id } }
  },

  'views.publish'({ state }, { user_id, view }) {
    state.homes.set(user_id, readView(state, 'views.publish', view))
    return {}
  },

  'files.getUploadURLExternal'({ state, origin }, { filename, length, alt_txt = '', alt_text }) {
    if (alt_text !== undefined) state.complain('files.getUploadURLExternal: Slack knows no alt_text')
    if (!(Number(length) > 0)) refuse('missing_argument')
    if (alt_txt.length > 1_000) refuse('alt_txt_too_large')
    const id = state.nextId('F')
    state.files.push({ id, name: filename, alt: alt_txt, content: new Uint8Array(), isShown: false })
    return { upload_url: `${origin}/upload/${id}`, file_id: id }
  },

  'files.completeUploadExternal'({ state, space }, { files, channel_id, thread_ts = null, initial_comment = '' }) {
    mayPost(state, space, channel_id)
    if (!isEscaped(initial_comment.replaceAll(/<https?:\/\/[^|>]+\|[^|<>]+>/g, '')))
      state.complain('files.completeUploadExternal: the comment is not escaped')
    for (const { id } of JSON.parse(files)) {
      const file = state.files.find((one) => one.id === id) ?? refuse('file_not_found')
      const isPicture = /\.(png|jpe?g|gif|svg)$/.test(file.name)
      if (file.content.length === 0) state.complain(`${file.name}: nothing was uploaded`)
      if (!isPicture && file.alt) state.complain(`${file.name}: Slack does not show a document with alt_txt`)
      const told = initial_comment.split('\n').find((line: string) => line.includes(file.name))
      file.alt ||= told?.split(' – ')[1] ?? ''
      if (!file.alt) state.complain(`${file.name}: nothing for those who cannot see or hear it`)
      file.isShown = true
    }
    const ts = state.nextTs()
    state.messages.push({
      ts,
      channel: channel_id,
      thread: thread_ts,
      text: initial_comment,
      blocks: [],
      edits: 0,
      isDeleted: false,
    })
    return { files: [] }
  },
}

function mayPost(state: SlackState, space: string, channel: string): void {
  const workspace = state.workspaces.get(space)
  if (channel.startsWith('U')) return
  if (workspace?.channel !== channel) refuse('channel_not_found')
  if (!workspace?.isInChannel) refuse('not_in_channel')
}

/** A message's blocks, looked into; and its words, which every message needs. */
function message(state: SlackState, method: string, given: Any): Any[] {
  const blocks = JSON.parse(given.blocks ?? '[]')
  if (!given.text) state.complain(`${method}: no text for notifications and those who hear it`)
  if (!isEscaped(String(given.text ?? ''))) state.complain(`${method}: text is not escaped`)
  if (given.link_names === 'true' || given.parse === 'full') state.complain(`${method}: names become mentions`)
  state.complain(...faultsInBlocks(blocks, 'message').map((fault) => `${method}: ${fault}`))
  return blocks
}

function readView(state: SlackState, method: string, view: string): Any {
  const read = JSON.parse(view)
  state.complain(...faultsInView(read).map((fault) => `${method}: ${fault}`))
  return read
}

/** Five answers in half an hour, as Slack has it. */
function respond(state: SlackState, url: URL, given: Any, res: ServerResponse): void {
  const failure = state.failureFor(url.pathname)
  if (failure) {
    send(res, failure.status, 'failed')
    return
  }
  const [, , user = '', channel = ''] = url.pathname.split('/')
  if (state.notesOf(user).filter(({ responseUrl }) => responseUrl === url.pathname).length >= 5) {
    send(res, 404, 'used_url')
    return
  }
  if (given.response_type !== 'ephemeral' || given.replace_original !== false)
    state.complain('a response that others see, or that takes the place of a message')
  const blocks = message(state, 'response_url', { ...given, blocks: JSON.stringify(given.blocks ?? []) })
  const { text, thread_ts: thread = null } = given
  state.tell({ user, channel, thread, text, blocks, ts: state.nextTs(), responseUrl: url.pathname })
  send(res, 200, 'ok')
  state.changed()
}

function exchange(state: SlackState, codes: Map<string, string>, given: Any): Answer {
  const space = codes.get(given.code) ?? refuse('invalid_code')
  codes.delete(given.code)
  const workspace = state.workspaces.get(space) ?? refuse('invalid_code')
  workspace.isRevoked = false
  return {
    access_token: workspace.token,
    token_type: 'bot',
    scope: 'commands,chat:write,files:write',
    bot_user_id: 'UBOT',
    app_id: 'A1',
    team: { id: space, name: 'A school' },
    enterprise: null,
    is_enterprise_install: false,
    authed_user: { id: 'UADMIN' },
  }
}

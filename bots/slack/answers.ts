import type { Context } from '../../src/context.js'
import type { Note } from '../card.js'
import type { Address } from './address.js'
import type { Clients, SlackClient } from './clients.js'
import type { SlackMessage } from './render-card.js'
import { renderHome, renderNote } from './render-note.js'
import { asSlackTrouble } from './trouble.js'

/** Of one answer, in milliseconds. */
const timeout = 8_000

/** Rejects with AppError when the person could not be told. */
export type Tell = (address: Address, note: Note) => Promise<void>

/** Tells one person, and nobody else: by the response URL, and where that is used up or does not answer, as the app itself. */
export const openAnswers =
  (ctx: Context, clients: Clients): Tell =>
  async (address, note) => {
    const { space, user, isHome, responseUrl, thread } = address
    try {
      if (isHome) {
        const { patient } = await clients.of(space)
        await patient.views.publish({ user_id: user, view: renderHome(note) })
        return
      }
      const words = renderNote(note)
      if (responseUrl !== null && (await respond(responseUrl, thread, words))) return
      await say(await clients.of(space), address, words)
    } catch (thrown) {
      const trouble = asSlackTrouble(thrown)
      ctx.log.warn({ err: trouble, reason: trouble.reason }, 'somebody in Slack got no answer')
      throw trouble
    }
  }

/** Where app and person talk alone, a message is private already. */
async function say({ once, patient }: SlackClient, to: Address, words: SlackMessage): Promise<void> {
  const { channel, user, thread } = to
  const quietly = { link_names: false, parse: 'none' as const }
  const place = { channel, ...(thread === null ? {} : { thread_ts: thread }) }
  if (channel === user)
    await once.chat.postMessage({ ...place, ...words, ...quietly, unfurl_links: false, unfurl_media: false })
  else await patient.chat.postEphemeral({ ...place, user, ...words, ...quietly })
}

/** Whether Slack took it. */
async function respond(url: string, thread: string | null, words: SlackMessage): Promise<boolean> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
    body: JSON.stringify({
      ...words,
      response_type: 'ephemeral',
      replace_original: false,
      ...(thread === null ? {} : { thread_ts: thread }),
    }),
    redirect: 'error',
    signal: AbortSignal.timeout(timeout),
  }).catch(() => null)
  await answer?.body?.cancel()
  return answer?.ok ?? false
}

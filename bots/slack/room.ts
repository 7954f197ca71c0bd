import type { Context } from '../../src/context.js'
import type { ChatFile, Note } from '../card.js'
import type { ChatRoom } from '../chat-room.js'
import type { Clients, SlackClient } from './clients.js'
import { escapeText } from './plain.js'
import { postOnce } from './posts.js'
import { renderCard, type SlackMessage } from './render-card.js'
import { asSlackTrouble, channelGone, slackErrorOf } from './trouble.js'
import { isPicture, uploadFiles } from './upload-files.js'

/** Nothing is looked up, unfolded or linked to anybody. */
const quietly = { unfurl_links: false, unfurl_media: false, link_names: false, parse: 'none' as const }

/** A message that we cannot change any more, so that another takes its place. */
const lost = new Set(['message_not_found', 'cant_update_message', 'edit_window_closed'])

export function slackRoom(ctx: Context, clients: Clients): ChatRoom {
  const withClient = async <T>(space: string, work: (client: SlackClient) => Promise<T>): Promise<T> => {
    try {
      return await work(await clients.of(space))
    } catch (thrown) {
      throw asSlackTrouble(thrown)
    }
  }
  return {
    platform: 'slack',

    openThread: ({ space, channel }, card, key) =>
      withClient(space, async (client) => {
        const ts = await postOnce(ctx, space, `thread:${key}`, () => post(client, channel, renderCard(card)))
        return { thread: ts, message: ts }
      }),

    upsertSessionMessage: ({ space, channel, thread, message }, card) =>
      withClient(space, async (client) => {
        const words = renderCard(card)
        try {
          await client.patient.chat.update({ channel, ts: message, ...words, link_names: false, parse: 'none' })
          return { message }
        } catch (thrown) {
          const error = slackErrorOf(thrown) ?? ''
          // Where we have been, and are not any more.
          if (error === 'channel_not_found') throw channelGone(thrown)
          if (!lost.has(error)) throw thrown
        }
        const key = `instead-of:${channel}:${message}`
        return { message: await postOnce(ctx, space, key, () => post(client, channel, words, thread)) }
      }),

    deliverFiles: ({ space, channel, thread }, { text, files, link, key }) =>
      withClient(space, async (client) => {
        await postOnce(ctx, space, `files:${key}`, async () => {
          await uploadFiles(client, { channel, thread }, files, commentOn(text, files, link))
          return 'files'
        })
      }),

    // Slack has no archive for threads: the card without buttons says that it is over.
    closeThread: async () => {},
  }
}

/** Into a thread it is shown in the channel too: it stands for the message that began the thread. */
async function post(client: SlackClient, channel: string, words: SlackMessage, thread?: string): Promise<string> {
  const place = thread === undefined ? {} : { thread_ts: thread, reply_broadcast: true }
  const { ts } = await client.once.chat.postMessage({ channel, ...words, ...quietly, ...place })
  return String(ts)
}

/** Slack's own way to write a link; neither part may close it. */
const linkTo = ({ label, url }: { label: string; url: string }): string =>
  `<${new URL(url).href.replaceAll('|', '%7C').replaceAll('>', '%3E')}|${escapeText(label).replaceAll('|', '/')}>`

/** Pictures carry what is to be seen in them; of other files it stands here. */
function commentOn(text: string, files: readonly ChatFile[], link: Note['link']): string {
  const described = files.filter((file) => !isPicture(file)).map(({ fileName, alt }) => `• ${fileName} – ${alt}`)
  return [escapeText([text, ...described].join('\n')), ...(link ? [linkTo(link)] : [])].join('\n')
}

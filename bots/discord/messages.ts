import { createHash } from 'node:crypto'
import type { RawFile, REST } from 'discord.js'
import type { ChatFile, Note, SessionCard } from '../card.js'
import { buttonRows, linkWords } from './buttons.js'
import { flags, limits, text } from './components.js'
import { plain, shorten } from './plain-text.js'
import { cardFlags, renderCard } from './render-card.js'

/** What Discord takes for a file where nobody pays, and what we put into one message. */
const fileBytes = 10 * 1024 * 1024
const messageBytes = 20 * 1024 * 1024

/** Discord keeps a nonce for some minutes: what is sent again under it is the message that is there already. */
const nonceOf = (key: string) => ({
  nonce: createHash('sha256').update(key).digest('base64url').slice(0, limits.nonce),
  enforce_nonce: true,
})
const quietly = { allowed_mentions: { parse: [] } }

const cardBody = (card: SessionCard) => ({ flags: cardFlags, components: renderCard(card), ...quietly })

/** What stands in the channel and leads to the thread. Resolves with the message's id. */
export async function postSign(rest: REST, channel: string, { title }: SessionCard, key: string): Promise<string> {
  const sign = `### 🎵 ${plain(title, limits.threadName) || 'A song'}\n-# Everybody can join in: the session is in this thread.`
  const body = { flags: flags.components, components: [text(sign)], ...quietly, ...nonceOf(`sign ${key}`) }
  return ((await rest.post(`/channels/${channel}/messages`, { body })) as { id: string }).id
}

/** Resolves with the message's id. */
export async function postCard(rest: REST, channel: string, card: SessionCard, key: string): Promise<string> {
  const posted = await rest.post(`/channels/${channel}/messages`, { body: { ...cardBody(card), ...nonceOf(key) } })
  return (posted as { id: string }).id
}

export async function editCard(rest: REST, channel: string, message: string, card: SessionCard): Promise<void> {
  await rest.patch(`/channels/${channel}/messages/${message}`, { body: cardBody(card) })
}

/** Several messages when there is too much for one. A file that is too large is named with the page in its place. */
export async function postFiles(
  rest: REST,
  channel: string,
  { text: words, files, link, key }: { text: string; files: ChatFile[]; link?: Note['link']; key: string },
): Promise<void> {
  const tooLarge = files.filter(({ content }) => content.byteLength > fileBytes)
  const left = tooLarge.map(({ fileName }) => `${plain(fileName, 100)} is too large for Discord; it is on the page.`)
  const content = [plain(words, 1000), ...left, linkWords(link ?? null)]
    .filter(Boolean)
    .join('\n')
    .slice(0, limits.content)
  const parcels = inParcels(files.filter((file) => !tooLarge.includes(file)))
  for (const [index, parcel] of parcels.entries()) {
    const isLast = index === parcels.length - 1
    await rest.post(`/channels/${channel}/messages`, {
      body: {
        ...(index === 0 ? { content } : {}),
        attachments: parcel.map(({ fileName, alt }, id) => ({
          id,
          filename: fileName,
          description: shorten(alt, limits.alt),
        })),
        ...(isLast ? { components: buttonRows([], link ?? null) } : {}),
        ...quietly,
        ...nonceOf(`${key}:${index}`),
      },
      files: parcel.map(asRawFile),
    })
  }
}

/** At least one, so that the words are sent where there are no files. */
function inParcels(files: readonly ChatFile[]): ChatFile[][] {
  const parcels: ChatFile[][] = [[]]
  let bytes = 0
  for (const file of files) {
    bytes += file.content.byteLength
    if (bytes > messageBytes || parcels.at(-1)?.length === limits.filesPerMessage) {
      parcels.push([])
      bytes = file.content.byteLength
    }
    parcels.at(-1)?.push(file)
  }
  return parcels
}

const asRawFile = ({ fileName, mediaType, content }: ChatFile): RawFile => ({
  name: fileName,
  contentType: mediaType,
  data: Buffer.from(content),
})

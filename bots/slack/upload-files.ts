import { AppError } from '../../src/errors.js'
import type { ChatFile } from '../card.js'
import type { SlackClient } from './clients.js'
import { shorten } from './plain.js'

/** Of one file, in milliseconds. */
const timeout = 60_000

/**
 * Slack's three steps: an address for each file, its bytes there, and one message that shows them all. By hand, because the SDK's
 * `filesUploadV2` sends `alt_text` where Slack reads `alt_txt`. Only pictures are given it: a document that has one is uploaded
 * and then silently not shown.
 */
export async function uploadFiles(
  { once, patient }: SlackClient,
  place: { channel: string; thread: string | null },
  files: readonly ChatFile[],
  comment: string,
): Promise<void> {
  const uploaded: { id: string; title: string }[] = []
  for (const file of files) {
    const { fileName, content } = file
    const { upload_url, file_id } = (await patient.apiCall('files.getUploadURLExternal', {
      filename: fileName,
      length: content.byteLength,
      ...(isPicture(file) ? { alt_txt: shorten(file.alt, 1_000) } : {}),
    })) as { upload_url?: string; file_id?: string }
    await send(String(upload_url), file)
    uploaded.push({ id: String(file_id), title: fileName })
  }
  await once.apiCall('files.completeUploadExternal', {
    files: uploaded,
    channel_id: place.channel,
    ...(place.thread === null ? {} : { thread_ts: place.thread }),
    initial_comment: comment,
  })
}

export const isPicture = ({ mediaType }: ChatFile): boolean => mediaType.startsWith('image/')

async function send(url: string, { mediaType, content }: ChatFile): Promise<void> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': mediaType },
    body: Buffer.from(content.buffer, content.byteOffset, content.byteLength),
    redirect: 'error',
    signal: AbortSignal.timeout(timeout),
  }).catch((cause: unknown) => {
    throw new AppError('unavailable', 'Slack does not take files just now. Please try again in a moment.', { cause })
  })
  await answer.body?.cancel()
  if (answer.ok) return
  const retryAfter = Number(answer.headers.get('retry-after')) || 5
  throw new AppError('unavailable', 'Slack does not take files just now. Please try again in a moment.', { retryAfter })
}

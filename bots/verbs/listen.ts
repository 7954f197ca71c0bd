import type { Actor } from '../../src/domain/actor.js'
import type { SessionView } from '../../src/domain/session/view-schema.js'
import { exportMashup } from '../../src/mashups/export-mashup.js'
import { readSessionSong } from '../../src/sessions/read-session.js'
import type { ChatFile } from '../card.js'
import type { Scene } from '../scene.js'
import type { Verb } from './verb.js'

/** As much as tells one from another. */
const seconds = 20

/** What there is to hear, posted in the thread for the whole group: the song so far, or each way in which it could sound. */
export const listen: Verb = {
  async serve(scene, { session: named }) {
    const { actor, session, view } = await scene.session(named)
    const { chat, interaction } = scene
    const files = await soundsOf(scene, actor, session, view)
    const room = (await scene.rooms()).find((one) => one.session === session)
    const place = { ...interaction.place, thread: room?.thread ?? interaction.place.thread }
    const text = view.stage === 'arranging' ? 'So the song could sound.' : 'So the song sounds now.'
    await chat.deliverFiles(place, { text, files, key: `listen-${interaction.id}` })
    return { text: 'It is in the thread.' }
  },
}

async function soundsOf({ ctx }: Scene, actor: Actor, session: string, view: SessionView): Promise<ChatFile[]> {
  const options = view.stage === 'arranging' ? view.arrangements : []
  const sound = async (name: string, alt: string, arrangement?: string): Promise<ChatFile> => {
    const song = await readSessionSong(ctx, actor, session, arrangement)
    const { content, mediaType } = await exportMashup(ctx, { song, format: 'song.mp3', excerpt: seconds })
    return { fileName: `${name}.mp3`, mediaType, content, alt }
  }
  if (options.length === 0) return [await sound('song', `${seconds} seconds of the song, from the chorus on`)]
  return await Promise.all(
    options.map(({ id, title }, at) => sound(`${at + 1}`, `${seconds} seconds of number ${at + 1}: ${title}`, id)),
  )
}

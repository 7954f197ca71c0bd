import { createHash } from 'node:crypto'
import type { Context } from '../../src/context.js'
import type { Actor } from '../../src/domain/actor.js'
import { AppError } from '../../src/errors.js'
import { queueMashup } from '../../src/mashups/queue-mashup.js'
import { promiseSong } from '../chat-songs.js'
import { textFaults } from './in-session.js'
import type { Verb } from './verb.js'

const most = 500

/** The same interaction gives the same song, so that one that comes again makes no second. */
const seedOf = (interaction: string): number => createHash('sha256').update(interaction).digest().readUInt32BE()

/** As over HTTP, and together with what is asked for there: songs take turns with all others that a model is asked for. */
async function countSong({ config, shared }: Context, { tenant, person }: Actor): Promise<void> {
  const { allowed, resetAfter } = await shared
    .rateLimit('person-songs', config.ratePerMinute, 60)
    .take(`${tenant}:${person}`)
  if (allowed) return
  throw new AppError('too_many_requests', 'That were many songs at once.', { retryAfter: Math.max(1, resetAfter) })
}

/** A quick song without a session: it is posted here when it is made. */
export const song: Verb = {
  async form(_scene, { fields }) {
    if (fields.prompt?.trim()) return null
    return {
      id: 'song',
      title: 'A quick song',
      fields: [
        {
          name: 'prompt',
          label: 'What is it about, and which music?',
          kind: 'line',
          hint: 'trap x baroque about photosynthesis',
          max: most,
        },
      ],
      submit: 'Make it',
    }
  },
  faults: textFaults('prompt', most, 'Say what it is about.'),
  async serve(scene, { fields: { prompt = '' } }) {
    const { ctx, interaction } = scene
    const { actor } = await scene.standing()
    await countSong(ctx, actor)
    const song = await queueMashup(ctx, actor, { prompt, seed: seedOf(interaction.id) })
    await promiseSong(ctx, actor, interaction.place, { song, askedBy: interaction.id })
    return { text: 'Your song is being made. It is posted here when it is ready.' }
  },
}

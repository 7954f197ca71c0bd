import { createHash } from 'node:crypto'
import { queueMashup } from '../../src/mashups/queue-mashup.js'
import { promiseSong } from '../chat-songs.js'
import type { Verb } from './verb.js'

const most = 500

/** The same interaction gives the same song, so that one that comes again makes no second. */
const seedOf = (interaction: string): number => createHash('sha256').update(interaction).digest().readUInt32BE()

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
  faults({ fields: { prompt = '' } }) {
    if (prompt.trim() === '') return { prompt: 'Say what it is about.' }
    return prompt.length > most ? { prompt: `At most ${most} characters.` } : null
  },
  async serve(scene, { fields: { prompt = '' } }) {
    const { ctx, interaction } = scene
    const { actor } = await scene.standing()
    const song = await queueMashup(ctx, actor, { prompt, seed: seedOf(interaction.id) })
    await promiseSong(ctx, actor, interaction.place, { song, askedBy: interaction.id })
    return { text: 'Your song is being made. It is posted here when it is ready.' }
  },
}

import type { REST } from 'discord.js'
import { z } from 'zod'
import { AppError } from '../../src/errors.js'
import type { Note } from '../card.js'
import type { Reception } from '../interaction.js'
import { flags } from './components.js'
import { type Answerable, types } from './payloads.js'
import { renderNote } from './render-note.js'
import { asRoomError, codeOf, codes, isTooLate } from './trouble.js'

const callbackTypes = { message: 4, deferredMessage: 5, deferredUpdate: 6, suggestions: 8, modal: 9 } as const

/** `how`: what stands for the answer until it is there: words "is thinking…", the note that was pressed, or nothing at all. */
const addressSchema = z.strictObject({
  id: z.string(),
  application: z.string(),
  token: z.string(),
  how: z.enum(['thinking', 'note', 'nothing']),
})
type Address = z.infer<typeof addressSchema>

/** Where an interaction can be answered; good for a quarter of an hour. */
export const addressOf = ({ id, application_id, token, type }: Answerable, isOnNote: boolean): Address => ({
  id,
  application: application_id,
  token,
  how: type !== types.press ? 'thinking' : isOnNote ? 'note' : 'nothing',
})

/** The first answer to an interaction. Rejects as Discord says it; see trouble.ts. */
export async function callBack(
  rest: REST,
  { id, token }: Pick<Address, 'id' | 'token'>,
  type: keyof typeof callbackTypes,
  data?: unknown,
): Promise<void> {
  const path = `/interactions/${id}/${token}/callback` as const
  await rest.post(path, { body: { type: callbackTypes[type], ...(data ? { data } : {}) }, auth: false })
}

export const noteBody = (note: Note) => ({
  flags: flags.components,
  components: renderNote(note),
  allowed_mentions: { parse: [] },
})
export const privately = (note: Note) => ({ ...noteBody(note), flags: flags.components | flags.ephemeral })

export const readAddress = (address: string): Address => addressSchema.parse(JSON.parse(address))

export function receptionAt(rest: REST, address: Address): Reception {
  const { application, token, how } = address
  const webhook = `/webhooks/${application}/${token}` as const
  let isFirst = how !== 'nothing'
  const inTime = async (work: () => Promise<unknown>) => {
    await work().catch((cause: unknown) => {
      if (isTooLate(cause)) throw new AppError('gone', 'It is too late to answer this in Discord.', { cause })
      throw asRoomError(cause)
    })
  }
  return {
    async acknowledge() {
      await inTime(async () => {
        const deferred =
          how === 'thinking'
            ? callBack(rest, address, 'deferredMessage', { flags: flags.ephemeral })
            : callBack(rest, address, 'deferredUpdate')
        await deferred.catch((cause: unknown) => {
          if (codeOf(cause) !== codes.alreadyAcknowledged) throw cause
        })
      })
    },
    async answer(note) {
      const inPlace = isFirst
      isFirst = false
      await inTime(async () =>
        inPlace
          ? await rest.patch(`${webhook}/messages/@original`, { body: noteBody(note), auth: false })
          : await rest.post(webhook, { body: privately(note), auth: false }),
      )
    },
  }
}

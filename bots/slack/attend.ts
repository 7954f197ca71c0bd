import type { types } from '@slack/bolt'
import type { Context } from '../../src/context.js'
import type { Note } from '../card.js'
import type { Desk, Reception } from '../interaction.js'
import { writeAddress } from './address.js'
import type { Tell } from './answers.js'
import type { Clients } from './clients.js'
import { keep } from './kept.js'
import type { Received } from './received.js'
import { renderForm } from './render-form.js'
import { asSlackTrouble, slackErrorOf } from './trouble.js'

/** What answers Slack itself: once, and within three seconds of what somebody did. */
export type Ack = (payload?: AckPayload) => Promise<void>
export type AckPayload =
  | { response_action: 'errors'; errors: Record<string, string> }
  | { response_action: 'update'; view: types.ModalView }

export interface Attendance {
  desk: Desk
  clients: Clients
  tell: Tell
  log: Context['log']
}

/** Slack waits three seconds, and the desk's first look takes two at most; past this Slack is answered whatever we are at. */
const patienceMs = 2_200

const oops: Note = {
  text: 'Something went wrong on our side. Nothing of yours is lost that you were told was kept; please try again.',
}
const tooLate: Note = { text: 'That took too long to open. Please try it once more.' }

/** Everything that one thing somebody did sets off, until it is answered. Never rejects. */
export async function attend({ desk, clients, tell, log }: Attendance, received: Received, ack: Ack): Promise<void> {
  const { interaction, address, trigger } = received
  const acknowledge = onlyOnce(ack, log)
  const hurry = setTimeout(() => void acknowledge(), patienceMs)
  const answer = async (note: Note) => {
    await acknowledge()
    await tell(address, note).catch(() => {})
  }
  try {
    const opened = await desk.form(interaction)
    if (opened && 'note' in opened) return await answer(opened.note)
    if (opened) {
      const view = renderForm(opened.form, keep(received))
      if (trigger === null) {
        if (!(await acknowledge({ response_action: 'update', view }))) await answer(tooLate)
        return
      }
      await acknowledge()
      const client = await clients.of(address.space)
      await client.once.views.open({ trigger_id: trigger, view }).catch(async (thrown: unknown) => {
        // Delivered twice: the first has opened it.
        if (slackErrorOf(thrown) === 'exchanged_trigger_id') return
        const trouble = asSlackTrouble(thrown)
        log.warn({ err: trouble, reason: trouble.reason }, 'a dialog did not open in Slack')
        await answer(trouble.code === 'internal' ? tooLate : { text: trouble.message })
      })
      return
    }
    const faults = desk.faults(interaction)
    if (faults) {
      const errors = shownFaults(faults, interaction)
      if (!(await acknowledge({ response_action: 'errors', errors }))) await answer({ text: Object.values(errors)[0]! })
      return
    }
    const reception: Reception = {
      acknowledge: async () => void (await acknowledge()),
      answer: (note) => tell(address, note),
    }
    await desk.serve(interaction, reception, writeAddress(address))
  } catch (thrown) {
    log.error({ err: thrown }, 'something in Slack was not attended to')
    const trouble = asSlackTrouble(thrown)
    await answer(trouble.code === 'internal' ? oops : { text: trouble.message })
  } finally {
    clearTimeout(hurry)
  }
}

/** Slack takes faults of fields that the dialog has, and no others. */
function shownFaults(faults: Record<string, string>, { did }: Received['interaction']): Record<string, string> {
  const fields = did.kind === 'form' ? Object.keys(did.fields) : []
  const shown = Object.entries(faults).filter(([name]) => fields.includes(name))
  const [first = 'value'] = fields
  return shown.length > 0 ? Object.fromEntries(shown) : { [first]: Object.values(faults)[0] ?? 'This cannot be used.' }
}

/**
 * Resolves with whether this was what Slack heard, and not something before it. When the way to Slack is broken, Slack delivers
 * again: that is no reason not to do what was asked.
 */
function onlyOnce(ack: Ack, log: Context['log']): (payload?: AckPayload) => Promise<boolean> {
  let said: Promise<void> | undefined
  return async (payload) => {
    const isFirst = said === undefined
    said ??= ack(payload).catch((err: unknown) => log.warn({ err }, 'Slack did not hear that it was heard'))
    await said
    return isFirst
  }
}

import type { REST } from 'discord.js'
import type { Context } from '../../src/context.js'
import type { Form, Note } from '../card.js'
import type { Desk, Interaction } from '../interaction.js'
import { askFirst } from './buttons.js'
import { flags, limits } from './components.js'
import { Drafts, withValues } from './drafts.js'
import { type Answerable, answerableSchema, type Payload, payloadSchema, types } from './payloads.js'
import type { SeenPermissions } from './permissions.js'
import { labelOf } from './plain-text.js'
import { again, question, whatToMend } from './private-words.js'
import { addressOf, callBack, privately, receptionAt } from './reception.js'
import { renderForm } from './render-form.js'
import { codeOf, codes, isTooLate } from './trouble.js'
import { standing, typing, understand } from './understand.js'

const notThere = 'Please use this in a channel of a server: a song is made together.'
const wentWrong = 'Something went wrong on our side, and nothing was changed. Please try again.'
const tooOld = 'This dialog was closed some time ago. Please open it once more from the session’s message.'

interface House {
  ctx: Pick<Context, 'log'>
  answers: REST
  desk: Desk
  seen: SeenPermissions
}

/** Takes in what people do in Discord, and sees to it that each of them gets an answer. What it returns never rejects. */
export function doorkeeper({ ctx, answers, desk, seen }: House): (payload: unknown) => Promise<void> {
  const drafts = new Drafts()
  const draftKey = ({ account, place }: Pick<Interaction, 'account' | 'place'>, form: string) =>
    [account.user, place.channel, form].join(' ')
  const tell = (to: Answerable, note: Note) => callBack(answers, to, 'message', privately(note))

  /** Where nothing can be offered, nothing is: whoever types does not wait for it. */
  const suggest = async (payload: Extract<Payload, { type: typeof types.suggest }>) => {
    const typed = typing(payload)
    const found = typed
      ? await desk.suggest(typed).catch((err: unknown) => {
          ctx.log.warn({ err }, 'nothing could be suggested')
          return []
        })
      : []
    const choices = found.slice(0, limits.options).map(({ value, label }) => ({
      name: labelOf(label, limits.optionText),
      value: value.slice(0, limits.optionText),
    }))
    await callBack(answers, payload, 'suggestions', { choices })
  }

  const open = async (payload: Answerable, key: string, form: Form) => {
    drafts.keep(key, form)
    await callBack(answers, payload, 'modal', renderForm(form))
  }

  const serve = async (payload: Exclude<Payload, { type: typeof types.suggest }>) => {
    const interaction = understand(payload)
    const { did } = interaction
    if (did.kind === 'press' && did.action.startsWith(again)) {
      const form = drafts.find(did.action.slice(again.length))
      return form ? await open(payload, draftKey(interaction, form.id), form) : await tell(payload, { text: tooOld })
    }
    if (did.kind === 'press' && did.action.startsWith(askFirst))
      return await tell(payload, question(did.action, payload))
    const opened = await desk.form(interaction)
    if (opened && 'form' in opened) return await open(payload, draftKey(interaction, opened.form.id), opened.form)
    if (opened) return await tell(payload, opened.note)
    const faults = desk.faults(interaction)
    if (faults && did.kind === 'form') {
      const form = drafts.find(draftKey(interaction, did.form))
      if (form) drafts.keep(payload.id, withValues(form, did.fields))
      return await tell(payload, whatToMend(faults, did.fields, form, payload.id))
    }
    const address = addressOf(payload, payload.type === types.press && (payload.message.flags & flags.ephemeral) !== 0)
    await desk.serve(interaction, receptionAt(answers, address), JSON.stringify(address))
  }

  return async (raw) => {
    const answerable = answerableSchema.safeParse(raw)
    if (!answerable.success) {
      ctx.log.warn('Discord sent an interaction that cannot be answered')
      return
    }
    const { id, type } = answerable.data
    try {
      const parsed = payloadSchema.safeParse(raw)
      if (!parsed.success) {
        if (type !== types.suggest) await tell(answerable.data, { text: notThere })
        return
      }
      const payload = parsed.data
      seen.note(standing(payload).place.channel, payload.app_permissions)
      if (payload.type === types.suggest) await suggest(payload)
      else await serve(payload)
    } catch (err) {
      if (isTooLate(err)) ctx.log.warn({ id }, 'an interaction reached us too late to be answered')
      else {
        ctx.log.error({ err, id }, 'an interaction could not be served')
        if (type !== types.suggest) await apologize(answers, answerable.data).catch(() => {})
      }
    }
  }
}

/** Also after it was acknowledged. */
async function apologize(answers: REST, to: Answerable): Promise<void> {
  const note = { text: wentWrong }
  await callBack(answers, to, 'message', privately(note)).catch(async (error: unknown) => {
    if (codeOf(error) !== codes.alreadyAcknowledged) throw error
    await answers.post(`/webhooks/${to.application_id}/${to.token}`, { body: privately(note), auth: false })
  })
}

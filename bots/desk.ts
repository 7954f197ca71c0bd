import type { Context } from '../src/context.js'

import { AppError, asAppError } from '../src/errors.js'
import { readActionId } from './action-id.js'
import type { Choice, Note } from './card.js'
import { commands } from './commands.js'
import { openHands } from './hands.js'
import { done, keep, putBack, takeLeft } from './inbox.js'
import type { Desk, Interaction, Reception } from './interaction.js'
import { noteOfError } from './note-of-error.js'
import type { Platform } from './platform.js'
import { Scene } from './scene.js'
import { offered } from './suggestions.js'
import { verbs } from './verbs/table.js'
import type { Said, Verb } from './verbs/verb.js'

/** A platform waits three seconds for the first word; of them the database has this long, twice: for the dialog, and to keep. */
const patienceMs = 1200
/** What one account may do in a minute, for each song of the limit; and how often it may look: open a dialog, or be offered something. */
const deedsForEachSong = 20
const looksForEachSong = 20

export interface OpenDesk extends Desk {
  /** Serves what other processes left behind. */
  takeUp(): Promise<void>
  /** Resolves when nothing is being served; what comes later is not known to be in anybody's hands. */
  close(): Promise<void>
}

const commandNames = new Set(commands.map(({ name }) => name))

/** The verb that is meant, with what was said of it; `null`: none that we know. */
function understand({ did }: Interaction): { verb: Verb; said: Said } | null {
  if (did.kind === 'command') {
    const verb = commandNames.has(did.name) ? verbs.get(did.name) : undefined
    return verb ? { verb, said: { session: null, args: [], fields: did.options, via: 'command' } } : null
  }
  const id = readActionId(did.kind === 'press' ? did.action : did.form)
  const verb = id && verbs.get(id.verb)
  if (!id || !verb) return null
  const { session, args } = id
  if (did.kind === 'form') return { verb, said: { session, args, fields: did.fields, via: 'form' } }
  return { verb, said: { session, args, fields: did.chosen === undefined ? {} : { chosen: did.chosen }, via: 'press' } }
}

const unknown = () =>
  new AppError('not_found', 'We do not know this command. What you can do is listed under /mashup help.', {
    reason: 'unknown_command',
  })

export function openDesk(ctx: Context, { room: chat, receptionOf }: Platform): OpenDesk {
  const { platform } = chat
  const { ratePerMinute } = ctx.config
  const deeds = ctx.shared.rateLimit(`chat-${platform}`, ratePerMinute * deedsForEachSong, 60)
  const looks = ctx.shared.rateLimit(`chat-${platform}-looks`, ratePerMinute * looksForEachSong, 60)
  const serving = new Set<Promise<void>>()
  const hands = openHands(ctx)

  const noteOf = (thrown: unknown): Note => {
    const error = asAppError(thrown)
    if (error.code === 'internal') ctx.log.error({ err: error.cause ?? error, platform }, 'an interaction failed')
    return noteOfError(error)
  }

  async function carryOut(interaction: Interaction): Promise<Note> {
    const understood = understand(interaction)
    if (!understood) throw unknown()
    await count(deeds, interaction)
    const { verb, said } = understood
    const faults = verb.faults?.(said)
    if (faults) throw new AppError('invalid_request', Object.values(faults)[0]!)
    return await verb.serve(new Scene(ctx, chat, interaction), said)
  }

  /** From here on it is ours: whatever happens, somebody is told, now or by the next process. */
  async function serveKept(interaction: Interaction, reception: Reception, isTakenUp = false): Promise<void> {
    try {
      await reception.acknowledge()
    } catch (err) {
      // Acknowledged by another process, the person waits for it still.
      if (isTakenUp && isPassing(err)) return await putBack(ctx, interaction)
      // The platform has told the person that it did not arrive: they will do it again.
      ctx.log.info({ err, platform }, 'an interaction came too late to be answered')
      return await done(ctx, interaction)
    }
    const note = await carryOut(interaction).catch(noteOf)
    try {
      await reception.answer(note)
    } catch (thrown) {
      // It is carried out and answered once more in a while; what is carried out already then says the same.
      if (isPassing(thrown)) {
        ctx.log.warn({ err: thrown, platform }, 'an answer could not be told yet')
        return await putBack(ctx, interaction)
      }
      ctx.log.warn({ err: thrown, platform }, 'an answer could not be told')
    }
    await done(ctx, interaction)
  }

  async function letGo(kept: Promise<boolean>, interaction: Interaction): Promise<void> {
    if (await kept.catch(() => false)) await done(ctx, interaction)
  }

  const track = (work: Promise<void>): Promise<void> => {
    const tracked = work.finally(() => serving.delete(tracked))
    serving.add(tracked)
    return tracked
  }

  return {
    async suggest({ command, option, typed, account, place }): Promise<Choice[]> {
      const did = { kind: 'command', name: command, options: {} } as const
      const offer = async () => {
        await count(looks, { account })
        return await offered(new Scene(ctx, chat, { id: 'suggestion', account, place, did }), option, typed)
      }
      try {
        return await within(patienceMs, offer())
      } catch {
        return []
      }
    },

    async form(interaction) {
      try {
        const understood = understand(interaction)
        if (!understood) throw unknown()
        const { verb, said } = understood
        if (said.via === 'form' || !verb.form) return null
        const open = async () => {
          await count(looks, interaction)
          return (await verb.form?.(new Scene(ctx, chat, interaction), said)) ?? null
        }
        const opened = await within(patienceMs, open())
        if (!opened) return null
        return 'fields' in opened ? { form: opened } : { note: opened }
      } catch (thrown) {
        return { note: noteOf(thrown) }
      }
    },

    faults(interaction) {
      if (interaction.did.kind !== 'form') return null
      const understood = understand(interaction)
      return understood?.verb.faults?.(understood.said) ?? null
    },

    async serve(interaction, reception, address) {
      await track(
        (async () => {
          const kept = hands.ready.then(() => keep(ctx, hands.name, { interaction, address }))
          try {
            const isNew = await within(patienceMs, kept)
            if (!isNew) return await reception.acknowledge()
          } catch (thrown) {
            // It could not be kept, so it is not carried out either: nothing is half done. Kept too late, it is let go.
            void track(letGo(kept, interaction))
            const note = noteOf(thrown)
            await reception.acknowledge().catch(() => {})
            return await reception.answer(note).catch(() => {})
          }
          await serveKept(interaction, reception)
        })().catch((err: unknown) =>
          ctx.log.error({ err, platform }, 'an interaction was not finished; the next process finds it'),
        ),
      )
    },

    async takeUp() {
      await hands.ready
      const left = await takeLeft(ctx, hands.name, platform)
      await Promise.all(
        left.map(({ interaction, address }) => track(serveKept(interaction, receptionOf(address), true))),
      )
    },

    async close() {
      await Promise.allSettled([...serving])
      await hands.close()
    },
  }
}

const isPassing = (thrown: unknown): boolean =>
  ['unavailable', 'too_many_requests', 'timeout'].includes(asAppError(thrown).code)

type Limit = ReturnType<Context['shared']['rateLimit']>

async function count(limit: Limit, { account: { space, user } }: Pick<Interaction, 'account'>): Promise<void> {
  const { allowed, resetAfter } = await limit.take(`${space}:${user}`)
  if (allowed) return
  throw new AppError('too_many_requests', 'That was a lot at once.', { retryAfter: Math.max(1, resetAfter) })
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new AppError('timeout', 'It took too long.')), ms)
  })
  return await Promise.race([work, late]).finally(() => clearTimeout(timer))
}

import { randomInt } from 'node:crypto'
import { z } from 'zod'
import { allParts, type Part, withoutMarkUp } from './discord-limits.js'

export interface SentFile {
  field: string
  name: string
  content: Uint8Array
}

/** A message, a thread or the answer to an interaction, as it is sent to Discord. */
export const bodySchema = z.looseObject({
  type: z.int().optional(),
  content: z.string().optional(),
  flags: z.int().default(0),
  components: z.array(z.unknown()).optional(),
  embeds: z.array(z.unknown()).optional(),
  attachments: z
    .array(z.object({ id: z.int(), filename: z.string(), description: z.string().default('') }))
    .default([]),
  allowed_mentions: z.object({ parse: z.array(z.string()) }).optional(),
  nonce: z.string().max(25).optional(),
  enforce_nonce: z.boolean().optional(),
  name: z.string().default(''),
  archived: z.boolean().optional(),
})
export type Body = z.infer<typeof bodySchema>

export interface KeptMessage {
  id: string
  channel: string
  /** The person who alone sees it; `null`: everybody. */
  only: string | null
  components: Part[]
  content: string
  flags: number
  files: { name: string; alt: string; content: Uint8Array }[]
  /** When it was edited, in ms. */
  edits: number[]
}

export interface Modal {
  custom_id: string
  title: string
  components: Part[]
}

/** What somebody did, and what became of it. */
export interface Pending {
  id: string
  token: string
  /** Discord's number of the person. */
  user: string
  type: number
  sentAt: number
  /** The message whose button it was. */
  pressed: string | null
  answered: ((ms: number) => void) | null
  answer: { type: number; message: string | null } | null
  choices: { name: string; value: string }[]
}

/** An error as Discord's HTTP says it. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: number,
    message: string,
  ) {
    super(message)
  }
}

let counter = 0n
const begun = BigInt(randomInt(1, 1_000_000))
/** Numbers as Discord makes them: later ones are larger. */
export const snowflake = (): string => String(1_200_000_000_000_000_000n + begun * 1_000_000_000n + ++counter)

/** All permissions but Administrator, which would stand for any of them. */
export const allPermissions = ((1n << 40n) - 1n) & ~(1n << 3n)
const acknowledgedWithin = 3000
/** Edits in one channel or thread in five seconds that Discord takes before it asks to be slower. */
const mostEdits = 7

/** One server with a text channel: its messages and threads, and who has yet to be answered. */
export class DiscordPlace {
  readonly guild = snowflake()
  readonly channel = snowflake()
  readonly messages = new Map<string, KeptMessage>()
  readonly threads = new Map<string, { archived: boolean; locked: boolean }>()
  readonly pending = new Map<string, Pending>()
  readonly modals: { user: string; modal: Modal; for: string }[] = []
  /** What people were told privately, in order; an edit of it is one more. */
  readonly notes: { user: string; message: KeptMessage }[] = []
  readonly #nonces = new Map<string, string>()
  readonly #complain: (what: string) => void
  readonly #changed = new Set<() => void>()
  /** The bot is in the server. */
  isIn = true
  /** What the bot may do in the channel. */
  permissions = allPermissions

  constructor(complain: (what: string) => void) {
    this.#complain = complain
  }

  /** Resolves at the next change. */
  changed(): Promise<void> {
    return new Promise((resolve) => this.#changed.add(resolve))
  }

  tell(): void {
    for (const heard of this.#changed) heard()
    this.#changed.clear()
  }

  readGuild(id: string): object {
    if (!this.isIn || id !== this.guild) throw new Refusal(404, 10_004, 'Unknown Guild')
    return { id: this.guild, name: 'A school' }
  }

  #enter(channel: string, ...needs: bigint[]): void {
    if (!this.isIn) throw new Refusal(403, 50_001, 'Missing Access')
    const isThread = this.threads.has(channel)
    if (channel !== this.channel && !isThread) throw new Refusal(404, 10_003, 'Unknown Channel')
    for (const bit of needs)
      if ((this.permissions & bit) === 0n)
        throw new Refusal(403, bit === 1n << 10n ? 50_001 : 50_013, 'Missing Permissions')
  }

  post(channel: string, body: Body, files: readonly SentFile[]): object {
    const isThread = this.threads.has(channel)
    this.#enter(channel, 1n << 10n, isThread ? 1n << 38n : 1n << 11n, ...(files.length > 0 ? [1n << 15n] : []))
    const { nonce } = body
    if (!nonce || body.enforce_nonce !== true)
      this.#complain('a message was sent without a nonce that is enforced: sent again, it would stand there twice')
    const known = this.messages.get(this.#nonces.get(`${channel} ${nonce ?? ''}`) ?? '')
    if (known) return { id: known.id }
    const thread = this.threads.get(channel)
    if (thread?.locked) throw new Refusal(400, 50_083, 'Thread is archived')
    if (thread) thread.archived = false
    const message = this.#keep(channel, null, body, files)
    this.#nonces.set(`${channel} ${nonce ?? ''}`, message.id)
    return { id: message.id }
  }

  #keep(channel: string, only: string | null, body: Body, files: readonly SentFile[] = []) {
    const message: KeptMessage = {
      id: snowflake(),
      channel,
      only,
      components: (body.components ?? []) as Part[],
      content: body.content ?? '',
      flags: body.flags,
      files: files.map(({ name, content }, at) => ({ name, content, alt: body.attachments[at]?.description ?? '' })),
      edits: [],
    }
    this.messages.set(message.id, message)
    if (only) this.notes.push({ user: only, message: { ...message } })
    this.tell()
    return message
  }

  edit(channel: string, id: string, body: Body): object {
    this.#enter(channel, 1n << 10n)
    const message = this.messages.get(id)
    if (!message || message.channel !== channel) throw new Refusal(404, 10_008, 'Unknown Message')
    if (this.threads.get(channel)?.archived) throw new Refusal(400, 50_083, 'Thread is archived')
    this.#change(message, body)
    const edits = [...this.messages.values()].flatMap((one) => (one.channel === channel ? one.edits : []))
    const recent = edits.filter((at) => at > performance.now() - 5000)
    if (recent.length > mostEdits) this.#complain(`${recent.length} edits in one channel within five seconds`)
    return { id }
  }

  #change(message: KeptMessage, body: Body): void {
    message.edits.push(performance.now())
    if (body.components) message.components = body.components as Part[]
    if (body.content !== undefined) message.content = body.content
    if (message.only) this.notes.push({ user: message.only, message: { ...message } })
    this.tell()
  }

  remove(channel: string, id: string): undefined {
    this.#enter(channel)
    if (!this.messages.delete(id)) throw new Refusal(404, 10_008, 'Unknown Message')
    this.tell()
  }

  openThread(channel: string, message: string, body: Body): object {
    this.#enter(channel, 1n << 10n, 1n << 35n)
    if (!this.messages.has(message)) throw new Refusal(404, 10_008, 'Unknown Message')
    if (this.threads.has(message)) throw new Refusal(400, 160_004, 'A thread has already been created for this message')
    if (body.name.length < 1 || body.name.length > 100)
      this.#complain('a thread has no name, or one of over 100 characters')
    this.threads.set(message, { archived: false, locked: false })
    this.tell()
    return { id: message }
  }

  changeThread(id: string, body: Body): object {
    this.#enter(id)
    const thread = this.threads.get(id)
    if (!thread) throw new Refusal(403, 50_013, 'Missing Permissions')
    if (thread.locked) throw new Refusal(403, 50_013, 'Missing Permissions')
    if (body.archived !== undefined) thread.archived = body.archived
    this.tell()
    return { id }
  }

  /** `raw`: what was sent, where it is no message. */
  callBack(id: string, token: string, type: number, data: Body, raw: unknown): void {
    const pending = this.pending.get(id)
    const ms = performance.now() - (pending?.sentAt ?? 0)
    if (!pending || pending.token !== token) throw new Refusal(404, 10_062, 'Unknown interaction')
    if (pending.answer) throw new Refusal(400, 40_060, 'Interaction has already been acknowledged.')
    if (ms > acknowledgedWithin) {
      this.#complain(`it took ${Math.round(ms)} ms to acknowledge`)
      throw new Refusal(404, 10_062, 'Unknown interaction')
    }
    const isFitting =
      type === 8
        ? pending.type === 4
        : pending.type !== 4 && (type !== 6 || pending.pressed) && !(type === 9 && pending.type === 5)
    if (!isFitting) this.#complain(`a callback of type ${type} is no answer to an interaction of type ${pending.type}`)
    if ((type === 4 || type === 5) && (data.flags & 64) === 0)
      this.#complain('what is for one person would be seen by everybody')
    const message = type === 4 ? this.#keep(this.channel, pending.user, data).id : null
    pending.answer = { type, message: type === 6 ? pending.pressed : message }
    if (type === 8) pending.choices = (raw as Pick<Pending, 'choices'>).choices
    if (type === 9) this.modals.push({ user: pending.user, modal: raw as Modal, for: id })
    pending.answered?.(ms)
    this.tell()
  }

  #byToken(token: string): Pending {
    const pending = [...this.pending.values()].find((one) => one.token === token)
    if (!pending?.answer) throw new Refusal(404, 10_015, 'Unknown Webhook')
    return pending
  }

  editAnswer(token: string, body: Body): object {
    const pending = this.#byToken(token)
    const { answer } = pending
    const message = this.messages.get(answer?.message ?? '')
    if (message) this.#change(message, body)
    else if (answer?.type === 5) answer.message = this.#keep(this.channel, pending.user, body).id
    else throw new Refusal(404, 10_008, 'Unknown Message')
    return { id: answer?.message }
  }

  follow(token: string, body: Body): object {
    const { user } = this.#byToken(token)
    if ((body.flags & 64) === 0) this.#complain('what is for one person would be seen by everybody')
    return { id: this.#keep(this.channel, user, body).id }
  }
}

/** All of a message as a person reads it. */
export const readMessage = ({ content, components }: KeptMessage): string =>
  [content, ...allParts(components).flatMap((part) => part.content ?? [])].map(withoutMarkUp).join('\n').trim()

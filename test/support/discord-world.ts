import type { ChatPerson, ChatWorld, Seen, ShownButton, ShownMessage } from './chat-world.js'
import { allParts, type Part } from './discord-limits.js'
import { type KeptMessage, type Modal, type Pending, readMessage, snowflake } from './discord-place.js'
import { applicationId, fakeDiscord, token } from './fake-discord.js'

const askFirst = '?'
/** Discord tells a person after this that the bot did not answer. */
const silentAfter = 3000
const patience = 30_000
/** What does not happen in Discord itself, such as a line of a log, is looked for this often. */
const looksEvery = 50
/** A song's files are drawn and played first, which a busy machine takes its time for. */
const filesPatience = 40_000

/** A person's verbs beyond those of both platforms. */
export interface DiscordPerson extends ChatPerson {
  readonly id: string
  /** What is offered while an option is being typed. */
  type(command: string, option: string, typed: string): Promise<{ name: string; value: string }[]>
}

export type DiscordWorld = Awaited<ReturnType<typeof discordWorld>>

/** Discord as the scenario suite sees it. */
export async function discordWorld() {
  const fake = await fakeDiscord()
  const { place, gateway, complaints } = fake
  let deliveries = 1

  async function eventually<T>(
    find: () => T | null | undefined | false,
    otherwise: () => string,
    wait = patience,
  ): Promise<T> {
    const end = performance.now() + wait
    for (;;) {
      const found = find()
      if (found) return found
      const left = end - performance.now()
      if (left <= 0) throw new Error(otherwise())
      let timer: NodeJS.Timeout | undefined
      await Promise.race([
        place.changed(),
        new Promise<void>((resolve) => {
          timer = setTimeout(resolve, Math.min(left, looksEvery)).unref()
        }),
      ])
      clearTimeout(timer)
    }
  }

  const card = (): KeptMessage | undefined =>
    [...place.messages.values()].filter(({ only, components }) => !only && components[0]?.type === 17).at(-1)
  const thread = (): string | null => [...place.threads.keys()].at(-1) ?? null

  function person(name: string): DiscordPerson {
    const id = snowflake()
    let openModal: Modal | undefined

    const notes = () => place.notes.filter(({ user }) => user === id)
    const noteAfter = (before: number): Promise<ShownMessage> =>
      eventually(
        () => {
          const next = notes()[before]
          return next && shown(next.message)
        },
        () => `${name} was told nothing. The session's message: ${card() ? readMessage(card()!) : 'none'}`,
      )

    async function does(type: number, data: object, { pressed = null as KeptMessage | null, inThread = true } = {}) {
      await within(gateway.ready(), () => 'the bot does not listen to Discord')
      const where = inThread ? thread() : null
      const pending: Pending = {
        id: snowflake(),
        token: `token-${snowflake()}`,
        user: id,
        type,
        sentAt: performance.now(),
        pressed: pressed?.id ?? null,
        answered: null,
        answer: null,
        choices: [],
      }
      place.pending.set(pending.id, pending)
      const modalsBefore = place.modals.length
      const notesBefore = notes().length
      const payload = {
        id: pending.id,
        application_id: applicationId,
        type,
        token: pending.token,
        version: 1,
        guild_id: place.guild,
        channel_id: where ?? place.channel,
        channel: where
          ? { id: where, type: 11, parent_id: place.channel, name: 'a thread' }
          : { id: place.channel, type: 0, parent_id: '1', name: 'music' },
        app_permissions: String(place.permissions),
        member: { nick: null, permissions: '2048', user: { id, username: name.toLowerCase(), global_name: name } },
        ...(pressed ? { message: { id: pressed.id, flags: pressed.flags, components: pressed.components } } : {}),
        data,
        locale: 'en-US',
        context: 0,
        authorizing_integration_owners: { '0': place.guild },
        entitlements: [],
      }
      const answered = new Promise<number>((resolve) => {
        pending.answered = resolve
      })
      const times = deliveries
      deliveries = 1
      for (let time = 0; time < times; time++) gateway.dispatch('INTERACTION_CREATE', payload)
      let timer: NodeJS.Timeout | undefined
      const silence = new Promise<number>((resolve) => {
        timer = setTimeout(() => resolve(Number.POSITIVE_INFINITY), silentAfter)
      })
      const ackMs = await Promise.race([answered, silence])
      clearTimeout(timer)
      if (ackMs > silentAfter) complaints.push(`${name} was not answered within 3 s`)
      const note = noteAfter(notesBefore)
      const form = eventually(
        () => place.modals.slice(modalsBefore).find(({ user }) => user === id),
        () => `no dialog was opened for ${name}`,
      ).then(({ modal }) => {
        openModal = modal
        return shownForm(modal)
      })
      for (const promise of [note, form]) promise.catch(() => {})
      return { seen: { ackMs, note, form } satisfies Seen, pending }
    }

    function buttonOf(label: string | RegExp) {
      const fits = (button: ShownButton) =>
        typeof label === 'string' ? button.label === label : label.test(button.label)
      const last = notes().at(-1)?.message
      for (const message of [card(), last]) {
        const found = message && buttonsOf(message).find((button) => fits(button) && !button.isOff)
        if (found) return { message, found }
      }
      return null
    }

    async function pressPart({ message, found }: NonNullable<ReturnType<typeof buttonOf>>): Promise<Seen> {
      const list = allParts(message.components).find(({ options }) => options?.some(({ value }) => value === found.id))
      const data = list
        ? { component_type: 3, custom_id: list.custom_id, values: [found.id] }
        : { component_type: 2, custom_id: found.id }
      const { seen } = await does(3, data, { pressed: message, inThread: message.channel !== place.channel })
      if (!found.id.startsWith(askFirst)) return seen
      const { buttons } = await seen.note
      const asked = notes().at(-1)!.message
      return await pressPart({ message: asked, found: buttons[0]! })
    }

    return {
      name,
      id,
      async command(command, options = {}) {
        const given = Object.entries(options).map(([option, value]) => ({ name: option, type: 3, value }))
        const data = { id: '1', name: 'mashup', type: 1, options: [{ type: 1, name: command, options: given }] }
        return (await does(2, data, { inThread: command !== 'start' })).seen
      },
      async press(label) {
        const button = await eventually(
          () => buttonOf(label),
          () => `${name} finds no button ${label}. The session's message: ${card() ? readMessage(card()!) : 'none'}`,
        )
        return await pressPart(button)
      },
      async submit(fields) {
        if (!openModal) throw new Error(`${name} has no dialog open`)
        const modal = openModal
        openModal = undefined
        const data = { custom_id: modal.custom_id, components: modal.components.map((part) => filled(part, fields)) }
        const { seen, pending } = await does(5, data)
        const isRefused = pending.answer?.type === 4
        return { ...seen, faults: isRefused ? faultsIn(await seen.note, modal) : {} }
      },
      async type(command, option, typed) {
        const options = [{ type: 1, name: command, options: [{ name: option, type: 3, value: typed, focused: true }] }]
        return (await does(4, { id: '1', name: 'mashup', type: 1, options })).pending.choices
      },
    }
  }

  const files = () =>
    [...place.messages.values()].flatMap((message) =>
      message.files.map(({ name, alt, content }) => ({ name, alt, content })),
    )

  const world = {
    platform: 'discord' as const,
    space: place.guild,
    channel: place.channel,
    settings: { DISCORD_TOKEN: token, DISCORD_APPLICATION_ID: applicationId, DISCORD_API_URL: fake.url },
    complaints,
    person,
    sessionMessage: async () => shown(await eventually(card, () => 'there is no message of a session')),
    async until(condition: (message: ShownMessage) => unknown) {
      return await eventually(
        () => {
          const message = card()
          return message && condition(shown(message)) ? shown(message) : null
        },
        () => `The session's message did not come to that. It says: ${card() ? readMessage(card()!) : 'nothing'}`,
      )
    },
    files,
    untilFiles: (count: number) =>
      eventually(
        () => (files().length >= count ? files() : null),
        () => `there are only ${files().length} files of ${count}`,
        filesPatience,
      ),
    faults: {
      fail: fake.fail,
      deliverAgain(times: number) {
        deliveries = times
      },
      deleteMessage() {
        const message = card()
        if (message) place.messages.delete(message.id)
        place.tell()
      },
      dropSocket: () => gateway.drop(),
      archiveThread() {
        const open = place.threads.get(thread() ?? '')
        if (open) open.archived = true
      },
      async putOut() {
        await within(gateway.ready(), () => 'the bot does not listen to Discord')
        place.isIn = false
        gateway.dispatch('GUILD_DELETE', { id: place.guild })
      },
    },
    close: fake.close,
  } satisfies ChatWorld
  /** What a person was told last, and nobody else. */
  const lastWords = ({ id }: DiscordPerson): string => {
    const last = place.notes.filter(({ user }) => user === id).at(-1)
    return last ? readMessage(last.message) : ''
  }
  return { ...world, fake, eventually, lastWords }
}

async function within<T>(work: Promise<T>, otherwise: () => string): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(otherwise())), patience)
  })
  return await Promise.race([work, late]).finally(() => clearTimeout(timer))
}

/** Buttons, and what can be chosen from lists. */
const buttonsOf = ({ components }: KeptMessage): ShownButton[] =>
  allParts(components).flatMap(({ type, label = '', custom_id, url, disabled = false, options = [] }) =>
    type === 2
      ? [{ id: custom_id ?? url ?? '', label, isOff: disabled }]
      : options.map((option) => ({ id: option.value, label: option.label, isOff: disabled })),
  )

const shown = (message: KeptMessage): ShownMessage => ({
  id: message.id,
  text: readMessage(message),
  buttons: buttonsOf(message),
  edits: message.edits.length,
})

const shownForm = ({ title, components }: Modal) => ({
  title,
  fields: components.flatMap(({ label = '', component }) => {
    if (!component) return []
    const { custom_id: name = '', value = '', options = [] } = component
    const chosen = options.filter((option) => option.default).map((option) => option.value)
    return [{ name, label, value: value || chosen.join(','), choices: options }]
  }),
})

/** A part of a dialog as Discord sends it back; what is not filled in stays as it was. Demanded fields are demanded by Discord. */
function filled({ type, component }: Part, fields: Record<string, string>): Part {
  if (!component) return { type }
  const { custom_id: name = '', options, required } = component
  const stood = options ? options.filter((one) => one.default).map(({ value }) => value) : (component.value ?? '')
  const given = fields[name]
  if (options) {
    const values = given === undefined ? (stood as string[]) : given.split(',').filter(Boolean)
    const unknown = values.find((value) => !options.some((option) => option.value === value))
    if (unknown) throw new Error(`${name}: ${unknown} is not among ${options.map(({ value }) => value).join(', ')}`)
    if (required && values.length === 0) throw new Error(`Discord demands ${name}`)
    return { type, component: { type: component.type, custom_id: name, values } }
  }
  const value = given ?? String(stood)
  if (required && value === '') throw new Error(`Discord demands ${name}`)
  return { type, component: { type: component.type, custom_id: name, value } }
}

/** The private words name each field that is not right. */
function faultsIn({ text }: ShownMessage, { components }: Modal): Record<string, string> {
  const lines = text.split('\n')
  const found = components.flatMap(({ label = '', component }) => {
    const line = lines.find((one) => one.startsWith(`${label}: `))
    return component && line ? [[component.custom_id ?? '', line.slice(label.length + 2)]] : []
  })
  return Object.fromEntries(found)
}

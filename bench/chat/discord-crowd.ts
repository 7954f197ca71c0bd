import { setTimeout as wait } from 'node:timers/promises'
import { allParts } from '../../test/support/discord-limits.js'
import { type KeptMessage, type Pending, readMessage, snowflake } from '../../test/support/discord-place.js'
import { applicationId, fakeDiscord, token } from '../../test/support/fake-discord.js'
import type { Crowd } from './crowd.js'

const askFirst = '?'

export async function discordCrowd(): Promise<Crowd> {
  const { place, gateway, complaints, url, close } = await fakeDiscord()
  const ids = new Map<string, string>()
  const idOf = (session: number, person: number): string => {
    const key = `${session} ${person}`
    const id = ids.get(key) ?? snowflake()
    ids.set(key, id)
    return id
  }
  const cards = (): KeptMessage[] =>
    [...place.messages.values()].filter(({ only, components }) => !only && components[0]?.type === 17)

  async function does(type: number, user: string, data: object, pressed: KeptMessage | null): Promise<number> {
    await gateway.ready()
    const pending: Pending = {
      id: snowflake(),
      token: `token-${snowflake()}`,
      user,
      type,
      sentAt: performance.now(),
      pressed: pressed?.id ?? null,
      answered: null,
      answer: null,
      choices: [],
    }
    place.pending.set(pending.id, pending)
    const answered = new Promise<number>((resolve) => {
      pending.answered = resolve
    })
    const inThread = pressed && pressed.channel !== place.channel
    gateway.dispatch('INTERACTION_CREATE', {
      id: pending.id,
      application_id: applicationId,
      type,
      token: pending.token,
      version: 1,
      guild_id: place.guild,
      channel_id: inThread ? pressed.channel : place.channel,
      channel: inThread
        ? { id: pressed.channel, type: 11, parent_id: place.channel, name: 'a thread' }
        : { id: place.channel, type: 0, parent_id: '1', name: 'music' },
      app_permissions: String(place.permissions),
      member: { nick: null, permissions: '2048', user: { id: user, username: 'voter', global_name: 'Voter' } },
      ...(pressed ? { message: { id: pressed.id, flags: pressed.flags, components: pressed.components } } : {}),
      data,
      locale: 'en-US',
      context: 0,
      authorizing_integration_owners: { '0': place.guild },
      entitlements: [],
    })
    return await answered
  }

  return {
    settings: { DISCORD_TOKEN: token, DISCORD_APPLICATION_ID: applicationId, DISCORD_API_URL: url },
    serveAt() {},
    complaints,
    close,
    async begin(session) {
      const options = [
        { name: 'topic', type: 3, value: 'photosynthesis' },
        { name: 'genres', type: 3, value: 'trap, baroque' },
      ]
      const data = { id: '1', name: 'mashup', type: 1, options: [{ type: 1, name: 'start', options }] }
      await does(2, idOf(session, 0), data, null)
      for (const end = performance.now() + 20_000; cards().length <= session; await wait(5))
        if (performance.now() > end) throw new Error(`Session ${session} was not opened: ${complaints.join(', ')}`)
    },
    async press(session, person, label) {
      const card = cards()[session]!
      for (const { type, label: said = '', custom_id = '', options = [] } of allParts(card.components)) {
        if (type === 2 && label.test(said) && !custom_id.startsWith(askFirst))
          return await does(3, idOf(session, person), { component_type: 2, custom_id }, card)
        const chosen = options.find((option) => label.test(option.label))
        if (chosen)
          return await does(3, idOf(session, person), { component_type: 3, custom_id, values: [chosen.value] }, card)
      }
      return null
    },
    message(session) {
      const card = cards()[session]!
      return { text: readMessage(card), edits: card.edits.length }
    },
  }
}

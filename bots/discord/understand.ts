import type { ChatAccount } from '../../src/domain/chat.js'
import type { Interaction } from '../interaction.js'
import { type Payload, types } from './payloads.js'
import { shorten } from './plain-text.js'

const threadTypes = new Set([10, 11, 12])

/** Who did it and where. A thread's channel is the one it hangs on. */
export function standing({ guild_id, channel, member }: Payload): Pick<Interaction, 'account' | 'place'> {
  const { user, nick } = member
  const account: ChatAccount = {
    platform: 'discord',
    space: 'discord',
    user: user.id,
    name: shorten(nick || user.global_name || user.username, 100) || 'Somebody',
  }
  const isThread = threadTypes.has(channel.type) && Boolean(channel.parent_id)
  const place = {
    platform: 'discord' as const,
    space: guild_id,
    channel: isThread ? String(channel.parent_id) : channel.id,
    thread: isThread ? channel.id : null,
    // In a thread it is the thread's own name.
    ...(isThread || !channel.name ? {} : { channelName: shorten(channel.name, 200) }),
  }
  return { account, place }
}

/** Of what somebody typed, pressed or filled in. A list's option has the id of an action for its value. */
export function understand(payload: Exclude<Payload, { type: typeof types.suggest }>): Interaction {
  return { id: payload.id, ...standing(payload), did: didOf(payload) }
}

function didOf(payload: Exclude<Payload, { type: typeof types.suggest }>): Interaction['did'] {
  switch (payload.type) {
    case types.command: {
      const [{ name, options } = { name: 'help', options: [] }] = payload.data.options
      const given = options.map((option) => [option.name, String(option.value ?? '')])
      return { kind: 'command', name, options: Object.fromEntries(given) }
    }
    case types.press:
      return { kind: 'press', action: payload.data.values?.[0] ?? payload.data.custom_id }
    case types.form: {
      const fields = payload.data.components.flatMap(({ component }) =>
        component ? [[component.custom_id, component.value ?? component.values?.join(',') ?? '']] : [],
      )
      return { kind: 'form', form: payload.data.custom_id, fields: Object.fromEntries(fields) }
    }
  }
}

/** What is being typed in which option of which command; `null` when nothing is. */
export function typing(payload: Extract<Payload, { type: typeof types.suggest }>) {
  const [command] = payload.data.options
  const focused = command?.options.find((option) => option.focused)
  if (!command || !focused) return null
  return { ...standing(payload), command: command.name, option: focused.name, typed: String(focused.value ?? '') }
}

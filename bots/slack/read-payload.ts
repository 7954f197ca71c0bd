import { createHash } from 'node:crypto'
import type { Interaction } from '../interaction.js'
import { linkAction } from './actions.js'
import { isResponseUrl } from './address.js'
import { keptSchema } from './kept.js'
import { commandSchema, formSchema, type Person, pressSchema } from './payload-schemas.js'
import { type CommandShape, readCommand } from './read-command.js'
import type { Received } from './received.js'
import { chooseAction } from './render-options.js'

/** What reading depends on. */
export interface Reading {
  apiUrl: string
  commands: readonly CommandShape[]
  /** Now, in milliseconds since 1970. */
  at: number
}

const account = (person: Person, space: string): Interaction['account'] => ({
  platform: 'slack',
  space: person.team_id ?? space,
  user: person.id,
  name: (person.username ?? person.name ?? '').trim().slice(0, 100) || 'Somebody in Slack',
})

/** Slack calls every private channel, and every talk between two, by one of these words. */
const noNames = new Set(['privategroup', 'directmessage'])

/** What the channel is called; nothing where Slack does not say. */
function named(name: string | null | undefined): { channelName?: string } {
  const said = name?.trim().slice(0, 200)
  return said && !noNames.has(said) ? { channelName: said } : {}
}

/** Slack's ids, as they are where they fit. */
function identity(...parts: string[]): string {
  const whole = parts.join('-')
  return /^[A-Za-z0-9._-]{1,80}$/.test(whole) ? whole : createHash('sha256').update(whole).digest('hex')
}

/** Rejects (a ZodError) what is no slash command. */
export function readSlash(body: unknown, { apiUrl, commands, at }: Reading): Received {
  const { team_id, channel_id, channel_name, user_id, user_name, text, trigger_id, response_url } =
    commandSchema.parse(body)
  const url = isResponseUrl(response_url, apiUrl) ? response_url : null
  return {
    interaction: {
      id: identity(trigger_id),
      account: account({ id: user_id, team_id, name: user_name }, team_id),
      // Slack has no commands in threads, and tells of none.
      place: { platform: 'slack', space: team_id, channel: channel_id, thread: null, ...named(channel_name) },
      did: { kind: 'command', ...readCommand(text, commands) },
    },
    address: { space: team_id, channel: channel_id, user: user_id, thread: null, responseUrl: url, isHome: false, at },
    trigger: trigger_id,
  }
}

/** Rejects (a ZodError) what is no press; `null` for a button that only opened a page. */
export function readPress(body: unknown, { apiUrl, at }: Reading): Received | null {
  const { user, team, channel, container, message, trigger_id, response_url, actions } = pressSchema.parse(body)
  const [action] = actions
  if (!action || action.action_id === linkAction) return null
  const picked = action.selected_option?.value
  if (action.action_id === chooseAction && picked === undefined) return null
  const space = team?.id ?? user.team_id ?? ''
  // On the app's own page there is no channel: what comes of it is told where person and app talk alone.
  const place = channel?.id ?? user.id
  const under = container.thread_ts ?? message?.thread_ts ?? null
  const own = container.message_ts ?? message?.ts ?? null
  const url = response_url && isResponseUrl(response_url, apiUrl) ? response_url : null
  return {
    interaction: {
      id: identity(trigger_id, 'press'),
      account: account(user, space),
      // A message in the channel is what its thread hangs on, whether that has begun or not.
      place: {
        platform: 'slack',
        space,
        channel: place,
        thread: under ?? (container.is_ephemeral ? null : own),
        ...named(channel?.name),
      },
      did:
        action.action_id === chooseAction
          ? { kind: 'press', action: String(picked) }
          : { kind: 'press', action: action.action_id, ...(picked === undefined ? {} : { chosen: picked }) },
    },
    // On the message that a thread hangs on, people mostly look at the channel: that is where they are answered.
    address: {
      space,
      channel: place,
      user: user.id,
      thread: under !== null && under !== own ? under : null,
      responseUrl: url,
      isHome: false,
      at,
    },
    trigger: trigger_id,
  }
}

/** Rejects (a ZodError) what is no dialog of ours. */
export function readForm(body: unknown, { at }: Reading): Received {
  const { user, view } = formSchema.parse(body)
  const { space, channel, channelName, thread, answerTo } = keptSchema.parse(JSON.parse(view.private_metadata))
  const fields = Object.entries(view.state.values).map(([name, elements]) => {
    const [element] = Object.values(elements)
    const list = element?.selected_options?.map(({ value }) => value).join(',')
    return [name, element?.value ?? element?.selected_option?.value ?? list ?? ''] as const
  })
  return {
    interaction: {
      // The dialog's own id: sent again, after an answer that came too late, it is the same.
      id: identity(view.id),
      account: account(user, space),
      place: { platform: 'slack', space, channel, thread, ...named(channelName) },
      did: { kind: 'form', form: view.callback_id, fields: Object.fromEntries(fields) },
    },
    address: { ...answerTo, space, channel, user: user.id, isHome: false, at },
    trigger: null,
  }
}

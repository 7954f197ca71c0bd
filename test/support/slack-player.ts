import type { ChatPerson, Seen, ShownForm, ShownMessage } from './chat-world.js'
import type { Delivered, Kind } from './slack-deliver.js'
import { buttonsIn, readBlocks } from './slack-reading.js'
import type { OpenView, SlackMessage, SlackNote, SlackState } from './slack-state.js'

// biome-ignore lint/suspicious/noExplicitAny: blocks and views as they came over the wire
type Any = any

/** A person in Slack, with their hands and eyes. */
export interface Player extends ChatPerson {
  readonly id: string
  /** As it is typed behind the slash. */
  slash(text: string): Promise<Seen>
  openHome(): Promise<Delivered>
  /** Their page of the app, as it stands. */
  home(): ShownMessage | null
}

interface World {
  state: SlackState
  deliver: (kind: Kind, payload: object) => Promise<Delivered>
  /** The session's message. */
  card: () => SlackMessage | undefined
  origin: () => string
  name: string
  space: string
  number: number
}

export function slackPlayer({ state, deliver, card, origin, name, space, number }: World): Player {
  const id = `U${space}N${number}`
  const channel = `C${space}`
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  /** Slack's are opaque; this one tells the stand-in whose it is, and since when. */
  const trigger = () => `${state.nextId('')}.${id}.${Date.now()}.${number}`
  const responseUrl = () => `${origin()}/response/${id}/${channel}/${state.nextId('')}`
  const person = { id, username: name, name, team_id: space }
  const mine = () => state.notesOf(id)
  const myViews = () => state.views.filter(({ user }) => user === id)

  /** Delivers, and looks what comes of it. */
  const act = async (kind: Kind, payload: object): Promise<{ seen: Seen; body: Any }> => {
    const [notes, views] = [mine().length, myViews().length]
    const { ackMs, status, body } = await deliver(kind, payload)
    if (status !== 200) state.complain(`${kind}: answered with ${status}`)
    if (body?.text)
      state.tell({
        user: id,
        channel,
        thread: null,
        text: body.text,
        blocks: body.blocks ?? [],
        ts: state.nextTs(),
      })
    if (body?.response_action === 'update') state.views.push({ id: state.nextId('V'), user: id, view: body.view })
    const note = state
      .until(
        () => `private words to ${name}`,
        () => mine()[notes],
      )
      .then(readNote)
    const form = state
      .until(
        () => `a dialog for ${name}`,
        () => myViews()[views],
      )
      .then(({ view }) => readForm(view))
    // Most do not wait for both.
    for (const later of [note, form]) later.catch(() => {})
    return { seen: { ackMs, note, form }, body }
  }

  const slash = async (text: string) =>
    (
      await act('slash_commands', {
        command: '/mashup',
        text: escaped(text),
        team_id: space,
        team_domain: 'school',
        channel_id: channel,
        channel_name: 'music',
        user_id: id,
        user_name: name,
        api_app_id: 'A1',
        is_enterprise_install: 'false',
        trigger_id: trigger(),
        response_url: responseUrl(),
      })
    ).seen

  return {
    id,
    name,
    slash,
    command: (command, options = {}) =>
      slash([command, ...Object.entries(options).map(([option, value]) => `${option}: ${value}`)].join(' ')),

    async press(label) {
      const found = await state.until(
        () => `${name} to find the button ${String(label)}`,
        () => findButton(label, card(), mine().at(-1)),
      )
      const { button, place } = found
      const { element, option } = button
      return (
        await act('interactive', {
          type: 'block_actions',
          user: person,
          team: { id: space, domain: 'school' },
          channel: { id: place.channel },
          container: {
            type: 'message',
            message_ts: place.ts,
            channel_id: place.channel,
            is_ephemeral: 'user' in place,
            ...(place.thread ? { thread_ts: place.thread } : {}),
          },
          ...('user' in place
            ? {}
            : { message: { ts: place.ts, ...(place.thread ? { thread_ts: place.thread } : {}) } }),
          trigger_id: trigger(),
          response_url: responseUrl(),
          actions: [
            {
              type: element.type,
              action_id: element.action_id,
              block_id: 'b',
              action_ts: place.ts,
              ...(option ? { selected_option: option } : {}),
            },
          ],
        })
      ).seen
    },

    async submit(fields) {
      const open = myViews().at(-1)
      if (!open) throw new Error(`${name} has no dialog open`)
      const { seen, body } = await act('interactive', {
        type: 'view_submission',
        user: person,
        team: { id: space, domain: 'school' },
        trigger_id: trigger(),
        view: { ...open.view, id: open.id, team_id: space, state: { values: filled(open, fields) } },
      })
      const faults: Record<string, string> = body?.response_action === 'errors' ? body.errors : {}
      const asked = open.view.blocks.map(({ block_id }: Any) => block_id)
      for (const field of Object.keys(faults))
        if (!asked.includes(field)) state.complain(`a fault of ${field}, which the dialog has not`)
      return { ...seen, faults }
    },

    openHome: () => deliver('events_api', homeEvent(state, space, id)),
    home() {
      const view = state.homes.get(id)
      return view ? { id: 'home', text: readBlocks(view.blocks), buttons: buttonsIn(view.blocks), edits: 0 } : null
    },
  }
}

const homeEvent = (state: SlackState, space: string, user: string) => ({
  type: 'event_callback',
  event_id: state.nextId('Ev'),
  event_time: Math.floor(Date.now() / 1000),
  team_id: space,
  authorizations: [{ team_id: space, enterprise_id: null, is_enterprise_install: false }],
  event: { type: 'app_home_opened', user, channel: 'D1', tab: 'home' },
})

function findButton(label: string | RegExp, card: SlackMessage | undefined, note: SlackNote | undefined) {
  const is = (text: string) => (typeof label === 'string' ? text === label : label.test(text))
  for (const place of [card, note]) {
    const button = place && buttonsIn(place.blocks).find((one) => is(one.label))
    if (place && button) return { button, place }
  }
  return null
}

const readNote = ({ ts, text, blocks }: SlackNote): ShownMessage => ({
  id: ts,
  text: blocks.length > 0 ? readBlocks(blocks) : text,
  buttons: buttonsIn(blocks).map(({ id, label, isOff }) => ({ id, label, isOff })),
  edits: 0,
})

const inputs = (view: Any): Any[] => view.blocks.filter(({ type }: Any) => type === 'input')

const readForm = (view: Any): ShownForm => ({
  title: view.title.text,
  fields: inputs(view).map(({ block_id, label, element }) => ({
    name: block_id,
    label: label.text,
    value:
      element.initial_value ??
      element.initial_option?.value ??
      (element.initial_options ?? []).map(({ value }: Any) => value).join(','),
    choices: (element.options ?? []).map(({ value, text }: Any) => ({ value, label: text.text })),
  })),
})

/** As Slack sends it: what was typed or chosen, else what stood there. */
function filled({ view }: OpenView, fields: Record<string, string>): Any {
  return Object.fromEntries(
    inputs(view).map(({ block_id, element }) => {
      const { type, action_id, options = [] } = element
      const given = fields[block_id]
      const option = (value: string) => options.find((one: Any) => one.value === value)
      const state =
        type === 'plain_text_input'
          ? { value: given ?? element.initial_value ?? null }
          : type === 'static_select'
            ? { selected_option: given === undefined ? (element.initial_option ?? null) : (option(given) ?? null) }
            : { selected_options: given === undefined ? (element.initial_options ?? []) : given.split(',').map(option) }
      return [block_id, { [action_id]: { type, ...state } }]
    }),
  )
}

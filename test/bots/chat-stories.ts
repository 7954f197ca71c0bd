import { afterEach } from '@jest/globals'
import type { ChatWorld, ShownMessage } from '../support/chat-world.js'
import { discordWorld } from '../support/discord-world.js'
import { startSlack } from '../support/fake-slack.js'
import { type ChatService, chatService } from './chat-service.js'

/** The stand-ins that each story is told on. */
export const worlds = {
  'Slack over HTTP': () => startSlack({ over: 'http' }),
  'Slack over Socket Mode': () => startSlack({ over: 'sockets' }),
  Discord: () => discordWorld(),
} satisfies Record<string, () => Promise<ChatWorld>>

/** Those that one process can have at a time: Slack talks over HTTP or over sockets, and not over both. */
export const together = [
  ['Slack over HTTP', 'Discord'],
  ['Slack over Socket Mode'],
] as const satisfies (readonly (keyof typeof worlds)[])[]

let open: { worlds: ChatWorld[]; service: ChatService } | undefined

/** Worlds with the service in all of them, closed after the test. */
export async function openWorlds(begin: readonly (() => Promise<ChatWorld>)[]) {
  const begun = await Promise.all(begin.map((one) => one()))
  open = { worlds: begun, service: await chatService(begun) }
  return open
}

export async function openWorld(begin: () => Promise<ChatWorld>) {
  const { worlds, service } = await openWorlds([begin])
  return { world: worlds[0]!, service }
}

/** In every file of stories. */
export const closeAfterEach = () =>
  afterEach(async () => {
    await open?.service.close()
    for (const world of open?.worlds ?? []) await world.close()
    open = undefined
  })

export const textOf = async ({ note }: { note: Promise<ShownMessage> }): Promise<string> => (await note).text
export const votes = ({ buttons }: ShownMessage) => buttons.filter(({ label }) => /^(Vote for )?\d/.test(label))
export const voteFor = (number: number) => new RegExp(`^(Vote for )?${number}\\b`)

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

let open: { world: ChatWorld; service: ChatService } | undefined

/** A world with the service in it, both closed after the test. */
export async function openWorld(begin: () => Promise<ChatWorld>) {
  const world = await begin()
  const service = await chatService([world])
  open = { world, service }
  return open
}

/** In every file of stories. */
export const closeAfterEach = () =>
  afterEach(async () => {
    await open?.service.close()
    await open?.world.close()
    open = undefined
  })

export const textOf = async ({ note }: { note: Promise<ShownMessage> }): Promise<string> => (await note).text
export const votes = ({ buttons }: ShownMessage) => buttons.filter(({ label }) => /^(Vote for )?\d/.test(label))
export const voteFor = (number: number) => new RegExp(`^(Vote for )?${number}\\b`)

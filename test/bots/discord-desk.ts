import type { SessionCard } from '../../bots/card.js'
import { discordSurface } from '../../bots/discord/surface.js'
import type { Desk, Interaction } from '../../bots/interaction.js'
import type { OpenBots, Platform } from '../../bots/platform.js'
import { createLogger } from '../../src/logger.js'
import type { Surface } from '../../src/surface.js'
import { type TestContext, testContext } from '../support/context.js'
import { type DiscordWorld, discordWorld } from '../support/discord-world.js'

export interface DiscordService {
  world: DiscordWorld
  ctx: TestContext
  /** What reached the desk to be served, and where each can be answered. */
  served: Interaction[]
  addresses: string[]
  /** How often this process follows sessions just now: 0 or 1. */
  following(): number
  /** What Discord's side gave to the shared part. */
  platform(): Platform
  log(): string
  surface: Surface
  close(): Promise<void>
}

/** Discord's side of the bots with a small desk behind it, which answers as a test says: for what that side does by itself. */
export async function startDiscord(over: Partial<Desk> = {}, beside?: DiscordService): Promise<DiscordService> {
  const world = beside?.world ?? (await discordWorld())
  const said: string[] = []
  const log = createLogger({ logLevel: 'info' }, { write: (line: string) => said.push(line) })
  const settings: Record<string, string> = beside ? { DATABASE_URL: String(beside.ctx.config.databaseUrl) } : {}
  const ctx = await testContext({ settings: { ...world.settings, ...settings }, log })
  const served: Interaction[] = []
  const addresses: string[] = []
  let platform: Platform | undefined
  let following = 0
  const open: OpenBots = (_, given) => {
    platform = given
    return {
      desk: {
        suggest: async () => [],
        form: async () => null,
        faults: () => null,
        async serve(interaction, reception, address) {
          await reception.acknowledge()
          if (addresses.includes(address)) return
          addresses.push(address)
          served.push(interaction)
          await reception.answer({ text: 'It is done.' })
        },
        ...over,
      },
      follow: () => {
        following++
      },
      stop: async () => {
        following--
      },
    }
  }
  const surface = discordSurface(open)
  await surface.start(ctx)
  return {
    world,
    ctx,
    served,
    addresses,
    surface,
    following: () => following,
    platform() {
      if (!platform) throw new Error('Discord is not open')
      return platform
    },
    log: () => said.join(''),
    async close() {
      await surface.stop()
      await ctx.close()
      if (!beside) await world.close()
    },
  }
}

export const aCard = (over: Partial<SessionCard> = {}): SessionCard => ({
  session: '6f1c1c1e-4a3b-4a53-9a55-2d9f7b6a1c11',
  seq: 3,
  title: 'Photosynthesis: jazz and trap',
  stage: 'hooks',
  progress: 'Step 2 of 5: hooks',
  now: 'Vote for a hook, or write one of your own.',
  working: null,
  trouble: null,
  people: [
    { name: 'Singer 1', role: 'host', from: 'Discord' },
    { name: 'Singer 2', role: 'member', from: 'Slack' },
  ],
  options: [1, 2, 3].map((number) => ({
    number,
    text: ['Green is the engine of the day', 'Leaves drink light', 'Sugar from the sun'][number - 1] ?? '',
    detail: 'AI: says what a leaf does',
    votes: number - 1,
    chosen: false,
    vote: { id: `vote:6f1c1c1e:${number}`, label: `Vote for ${number}`, style: 'plain' },
  })),
  sheet: [],
  reflections: [],
  actions: [
    { id: 'form:hook:6f1c1c1e', label: 'Write a hook', style: 'main' },
    { id: 'close:6f1c1c1e', label: 'Close the vote', style: 'plain', confirm: 'The most voted hook is taken.' },
  ],
  link: { label: 'Open the page', url: 'https://songs.example/sessions/6f1c1c1e' },
  isOver: false,
  ...over,
})

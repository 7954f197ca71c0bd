/**
 * discord.js takes a second to load, so only whoever talks with Discord does. Of it we use HTTP and the gateway themselves, not its
 * client: that would keep every server, channel and member in memory, and fall over a payload that it did not expect.
 */
export async function loadDiscord() {
  const [{ REST, GatewayIntentBits }, { WebSocketManager, WebSocketShardEvents }] = await Promise.all([
    import('discord.js'),
    import('@discordjs/ws'),
  ])
  return { REST, WebSocketManager, WebSocketShardEvents, intents: { guilds: GatewayIntentBits.Guilds } }
}
export type Discord = Awaited<ReturnType<typeof loadDiscord>>

import { afterEach, expect, test } from '@jest/globals'
import { type DiscordService, startDiscord } from './discord-desk.js'

const opened: DiscordService[] = []
const start = async (beside?: DiscordService) => {
  const service = await startDiscord({}, beside)
  opened.push(service)
  return service
}
afterEach(async () => {
  for (const service of opened.splice(0).reverse()) {
    expect(service.world.complaints.splice(0)).toEqual([])
    await service.close()
  }
})

test('a line that drops is resumed, and what was done meanwhile arrives', async () => {
  const { world, served } = await start()
  await (await world.person('Ana').command('help')).note
  world.faults.dropSocket()
  const { note } = await world.person('Bo').command('status')
  expect((await note).text).toBe('It is done.')
  expect(world.fake.gateway.begun).toEqual(['identify', 'resume'])
  expect(served).toHaveLength(2)
})

test('when Discord cannot be reached at first it is tried again', async () => {
  const first = await start()
  await first.world.fake.gateway.ready()
  first.world.faults.fail('/gateway/bot', { status: 503, times: 3 })
  const { world } = await start(first)
  await first.surface.stop()
  const { note } = await world.person('Ana').command('help')
  expect((await note).text).toBe('It is done.')
  expect(opened[1]?.log()).toContain('Discord cannot be reached; trying again')
}, 120_000)

test('of two processes one talks with Discord; when it ends the other takes over', async () => {
  const first = await start()
  await first.world.fake.gateway.ready()
  const second = await start(first)
  await (await first.world.person('Ana').command('help')).note
  expect([first.served.length, second.served.length]).toEqual([1, 0])
  expect([first.following(), second.following()]).toEqual([1, 0])
  await first.surface.stop()
  await (await first.world.person('Bo').command('help')).note
  expect([first.served.length, second.served.length]).toEqual([1, 1])
  expect([first.following(), second.following()]).toEqual([0, 1])
}, 120_000)

test('a token that is revoked is told in the log by its name; the process goes on, and ends in peace', async () => {
  const service = await start()
  await service.world.fake.gateway.ready()
  service.world.fake.revoke()
  await service.world.eventually(
    () => service.log().includes('Discord does not accept DISCORD_TOKEN'),
    () => service.log(),
  )
  const room = service.platform().room
  const channel = { platform: 'discord' as const, space: service.world.space, channel: service.world.channel }
  await expect(
    room.deliverFiles({ ...channel, thread: null }, { text: 'Done.', files: [], key: 'after' }),
  ).rejects.toMatchObject({ code: 'unavailable' })
})

test('a server that puts the bot out is forgotten; one that Discord cannot reach for a while is not', async () => {
  const service = await start()
  await service.world.fake.gateway.ready()
  service.world.fake.gateway.dispatch('GUILD_DELETE', { id: service.world.space, unavailable: true })
  await service.world.faults.putOut()
  await service.world.eventually(
    () => service.log().includes('a server put the bot out'),
    () => service.log(),
  )
  expect(service.log().match(/a server put the bot out/g)).toHaveLength(1)
})

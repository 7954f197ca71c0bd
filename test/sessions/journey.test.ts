import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { songSchema } from '../../src/domain/song.js'
import { type FreshDatabase, freshDatabase } from '../support/database.js'
import { LiveVisitor } from '../support/live-visitor.js'
import { gather, type ServiceProcess, serviceProcess } from './processes.js'

let database: FreshDatabase
let service: ServiceProcess
beforeAll(async () => {
  database = await freshDatabase()
  service = await serviceProcess({ DATABASE_URL: database.url })
}, 60_000)
afterAll(async () => {
  await service.end()
  await database.drop()
})

/** Nobody is asked, nothing is saved: the process is gone and another takes its place. */
async function killAndStart(): Promise<void> {
  await service.kill()
  await service.start()
}

test('eight people make a song, and in every stage the service is killed under them, each time in another moment of it', async () => {
  const { people, session } = await gather([service.url], 8)
  const [host] = people
  // Two come by REST alone, as from a surface that has no sockets.
  const visitors = people
    .slice(0, 6)
    .map(
      ({ cookie }, n) =>
        new LiveVisitor({ url: service.url, session, cookie, transports: [n === 5 ? 'polling' : 'websocket'] }),
    )
  const [first, second, third] = visitors as [LiveVisitor, LiveVisitor, LiveVisitor]
  const [quiet, quieter] = people.slice(6)
  const all = (look: (visitor: LiveVisitor) => unknown) => Promise.all(visitors.map((one) => one.until(look)))
  try {
    await all(({ view }) => view)
    await killAndStart()
    await first.give({ type: 'setRequest', request: { topic: 'the water cycle' } })
    await all(({ view }) => view?.request.topic === 'the water cycle')

    // The AI is at work, or about to be.
    await host!.give(session, { type: 'advance', stage: 'lobby' })
    await killAndStart()
    await Promise.all(visitors.map((one) => one.rested('hooks')))
    const { hooks } = await quiet!.sees(session)
    expect(hooks.length).toBeGreaterThanOrEqual(3)
    await Promise.all(visitors.map((one, n) => one.give({ type: 'vote', option: hooks[n === 0 ? 0 : 1]!.id })))
    await quiet!.give(session, { type: 'vote', option: hooks[1]!.id })
    await quieter!.give(session, { type: 'vote', option: hooks[0]!.id })
    await all(({ view }) => view?.voted === 8)
    await host!.give(session, { type: 'advance', stage: 'hooks' })

    const { lines, hook } = await second.rested('lyrics')
    expect(hook).toBe(hooks[1]!.text)
    const mine = 'Rain comes down and fills the sea'
    expect(await second.give({ type: 'contributeLine', line: lines[0]!.id, text: mine })).toMatchObject({ ok: true })
    // Carried out and answered, perhaps not yet told to the others.
    await killAndStart()
    await all(({ view }) => view?.lines[0]?.text === mine)
    await third.give({ type: 'suggestRewrite', line: lines[1]!.id })
    const offered = await third.until(({ view }) => view?.lines[1]?.offer)
    await third.give({ type: 'answerOffer', line: lines[1]!.id, take: true })
    await host!.give(session, { type: 'advance', stage: 'lyrics' })

    const { arrangements } = await third.rested('arranging')
    // Chosen, and the AI not yet told to go on.
    await quiet!.give(session, { type: 'chooseArrangement', option: arrangements[1]!.id })
    await killAndStart()
    await host!.give(session, { type: 'advance', stage: 'arranging' })

    // The song is put together out of what was decided before.
    await first.until(({ view }) => view?.stage === 'review')
    await killAndStart()
    await first.rested('review')
    await quieter!.give(session, { type: 'reflect', text: 'We are the rain' })
    await second.give({ type: 'submit' })
    await all(({ view }) => view?.stage === 'finished')
    await killAndStart()

    const song = songSchema.parse((await quiet!.ask('GET', `/api/v1/sessions/${session}/song`)).json)
    const sung = song.sections.flatMap((section) => section.lines.map(({ text }) => text))
    expect(sung).toEqual(expect.arrayContaining([mine, offered.lines[1]!.offer!, hooks[1]!.text]))
    const { events } = (await quieter!.ask('GET', `/api/v1/sessions/${session}/events`)).json
    for (const visitor of visitors) {
      await visitor.until(({ seq }) => seq === events.length)
      expect(visitor.events).toEqual(events)
    }
    expect(events.map(({ seq }: { seq: number }) => seq)).toEqual(events.map((_: unknown, at: number) => at + 1))
    expect(events.filter(({ event }: { event: { type: string } }) => event.type === 'voted')).toHaveLength(9)
  } finally {
    for (const visitor of visitors) visitor.close()
  }
}, 240_000)

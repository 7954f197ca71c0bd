import { randomUUID } from 'node:crypto'
import { afterEach, expect, test } from '@jest/globals'
import type { Deed } from '../../src/domain/session/commands.js'
import type { SessionView } from '../../src/domain/session/view-schema.js'
import { codeOf } from '../support/chat.js'
import type { ChatPerson, ChatWorld, ShownMessage } from '../support/chat-world.js'
import { newTenant, type Visitor, visit } from '../support/classroom.js'
import { discordWorld } from '../support/discord-world.js'
import { startSlack } from '../support/fake-slack.js'
import { LiveVisitor } from '../support/live-visitor.js'
import { type ChatService, chatService } from './chat-service.js'

let worlds: ChatWorld[] = []
let service: ChatService | undefined
const visitors: LiveVisitor[] = []
afterEach(async () => {
  for (const visitor of visitors.splice(0)) visitor.close()
  await service?.close()
  for (const world of worlds) await world.close()
  service = undefined
})

const textOf = async ({ note }: { note: Promise<ShownMessage> }) => (await note).text
const voteFor = (number: number) => new RegExp(`^(Vote for )?${number}\\b`)

const give = async (who: Visitor, session: string, deed: Deed) =>
  await who.ask('POST', `/api/v1/sessions/${session}/commands`, { id: randomUUID(), surface: 'lti', deed })

/** A class, its teacher and its two chat channels, tied to the activity; every account is linked but that of `guest`. */
async function classroom({ showNames = true, guests = false } = {}) {
  const [slack, discord] = await Promise.all([startSlack({ over: 'http' }), discordWorld()])
  worlds = [slack, discord]
  service = await chatService(worlds)
  const open = service
  const tenant = await newTenant(open)
  const teacher = await visit(open, { tenant, role: 'teacher', name: 'Ms Moss' })
  const settings = {
    topic: 'photosynthesis',
    genres: ['trap', 'baroque'],
    gradeLevel: 5,
    mode: { kind: 'groups', size: 4 },
    showNames,
  }
  expect((await teacher.here('PUT', '/settings', settings)).status).toBe(200)
  const students = await Promise.all(['Ada', 'Bob', 'Cyd'].map((name) => visit(open, { tenant, name })))
  const link = async (person: ChatPerson, visitor: Visitor) =>
    expect(await textOf(await person.command('link', { code: await codeOf(visitor) }))).toContain('Linked')
  for (const world of worlds) {
    const moss = world.person('moss')
    await link(moss, teacher)
    const form = await (await moss.command('setup')).form
    const place = form.fields[0]!.choices.find(({ label }) => label.includes('A song'))!
    expect(await textOf(await moss.submit({ place: place.value, guests: guests ? 'yes' : 'no' }))).toContain(
      'belongs to',
    )
  }
  const [ada, bob] = [slack.person('ada'), discord.person('bob')] as [ChatPerson, ChatPerson]
  await link(ada, students[0]!)
  await link(bob, students[1]!)
  return { slack, discord, service: open, teacher, students: students as [Visitor, Visitor, Visitor], ada, bob }
}

type Class = Awaited<ReturnType<typeof classroom>>

test('one session in Slack, in Discord and on the course page, and all of it counts', async () => {
  const open = await classroom()
  const { slack, discord, service, teacher, students, ada, bob } = open
  const [adaPage, , cyd] = students

  expect(await textOf(await ada.command('start'))).toContain('open')
  await slack.until(({ text }) => text.includes('Photosynthesis: trap'))
  const [{ id: session }] = (await cyd.here('GET', '/sessions')).json().items
  expect((await give(cyd, session, { type: 'join' })).status).toBe(200)
  const page = new LiveVisitor({ url: service.url, session, token: cyd.token, surface: 'lti' })
  visitors.push(page)
  expect(await textOf(await bob.command('join'))).toContain('You are in, as Bob')
  for (const world of [slack, discord])
    await world.until(({ text }) =>
      ['Ada', 'Bob', 'Cyd', 'Slack', 'Discord', 'course'].every((word) => text.includes(word)),
    )

  await ada.press('Start')
  const { hooks } = await page.rested('hooks')
  await discord.until(({ text }) => text.includes(hooks[0]!.text))
  await Promise.all([ada.press(voteFor(1)), bob.press(voteFor(2)), page.give({ type: 'vote', option: hooks[1]!.id })])
  await page.rested('lyrics')

  await (await bob.press('Write a line')).form
  const choices = await (await bob.press('Write a line')).form
  await bob.submit({ line: choices.fields[0]!.choices[0]!.value, text: 'Sunlight falls upon the leaf' })
  await Promise.all([
    slack.until(({ text }) => text.includes('Sunlight falls upon the leaf') && text.includes('Bob')),
    page.until(({ view }) => view?.lines.some(({ text }) => text === 'Sunlight falls upon the leaf')),
  ])
  await page.give({ type: 'contributeLine', line: page.view!.lines[1]!.id, text: 'Water rises from the deep' })
  for (const world of [slack, discord]) await world.until(({ text }) => text.includes('Water rises from the deep'))

  await ada.press('The words are done')
  const { arrangements } = await page.rested('arranging')
  await Promise.all([
    ada.press(voteFor(1)),
    bob.press(voteFor(1)),
    page.give({ type: 'chooseArrangement', option: arrangements[0]!.id }),
  ])
  await page.rested('review')
  await (await bob.press('Say what you think')).form
  await bob.submit({ text: 'Now we know how a leaf eats.' })
  await page.until(({ view }) => view?.reflections.length)
  await slack.until(({ buttons }) => buttons.some(({ label }) => label === 'Hand it in'))
  expect(await textOf(await ada.press('Hand it in'))).toContain('Handed in')
  for (const world of [slack, discord]) {
    await world.until(({ text }) => text.includes('Done'))
    await world.untilFiles(5)
  }

  // The teacher finds the one song with each of the three, and who did what from where.
  const roster: { person: string; name: string; submission: { song: string } | null }[] = (
    await teacher.here('GET', '/roster')
  ).json().students
  const handedIn = roster.filter(({ submission }) => submission)
  expect(handedIn.map(({ name }) => name).sort()).toEqual(['Ada', 'Bob', 'Cyd'])
  expect(new Set(handedIn.map(({ submission }) => submission!.song)).size).toBe(1)
  expect((await adaPage.here('GET', '')).json().submission).toMatchObject({ revision: 1 })
  expect((await teacher.here('PUT', `/grades/${adaPage.person}`, { points: 9 })).status).toBe(200)
  const { items: channels } = (await teacher.ask('GET', '/api/v1/classroom/chat/channels')).json()
  expect(channels).toMatchObject([{ name: 'music' }, { name: 'music' }])
  const { events } = (await teacher.ask('GET', `/api/v1/sessions/${session}/events`)).json()
  const surfaces = new Set(events.map(({ surface }: { surface: string | null }) => surface).filter(Boolean))
  expect([...surfaces]).toEqual(expect.arrayContaining(['discord', 'lti', 'slack']))

  // A channel without guests tells a stranger how to get in, and one account is never another person.
  await isKeptAmongItself(open)
  expect([...slack.complaints, ...discord.complaints]).toEqual([])
}, 180_000)

test('where the course shows no names, no room shows them; guests come in where the teacher lets them, and get no grade', async () => {
  const { slack, discord, students, teacher, ada, bob } = await classroom({ showNames: false, guests: true })
  await ada.command('start')
  await slack.until(({ text }) => text.includes('Step 1'))
  expect(await textOf(await bob.command('join'))).toContain('You are in')
  const guest = slack.person('zoe')
  expect(await textOf(await guest.press('Join'))).toContain('You are in')
  expect(await textOf(await guest.command('start'))).toContain('People of the course begin')
  for (const world of [slack, discord]) {
    const { text } = await world.until((message) => message.text.includes('Singer 3'))
    expect(text).not.toMatch(/Ada|Bob|ada|bob|zoe/)
  }
  const [{ id: session }] = (await students[2].here('GET', '/sessions')).json().items
  const view: SessionView = (await teacher.ask('GET', `/api/v1/sessions/${session}`)).json().view
  expect(view.people).toHaveLength(3)
  expect(JSON.stringify((await teacher.here('GET', '/roster')).json())).not.toContain('zoe')
  expect([...slack.complaints, ...discord.complaints]).toEqual([])
}, 180_000)

/** In the channel of a class, where Ada may be and a stranger may not; at its end Ada's account is unlinked. */
async function isKeptAmongItself({ slack, ada, students, service }: Class): Promise<void> {
  const stranger = slack.person('mallory')
  const refused = await textOf(await stranger.command('start'))
  expect(refused).toContain('/mashup link')
  expect(await textOf(await stranger.command('setup'))).toContain('teacher')
  await ada.command('start')
  await slack.until(({ text }) => text.includes('Step 1'))
  expect(await textOf(await stranger.press('Join'))).toContain('/mashup link')
  expect(await textOf(await stranger.command('mine'))).not.toContain('photosynthesis')
  const links = await students[0].ask('GET', '/api/v1/classroom/chat/links')
  await students[0].ask('DELETE', `/api/v1/classroom/chat/links/${links.json().items[0].id}`)
  expect(await textOf(await ada.press('Where am I?'))).toContain('/mashup link')
  expect(service.process.said()).not.toMatch(/mallory|Ada/)
}

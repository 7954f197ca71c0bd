import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { bindChannel } from '../../src/classroom/bind-channel.js'
import { linkAccount } from '../../src/classroom/link-account.js'
import { type Served, serve } from '../http/serve.js'
import { describeInBrowser, openBrowser } from '../support/browser.js'
import { newAccount, newChannel } from '../support/chat.js'
import { newTenant, pageCode, visit } from '../support/classroom.js'
import { look } from '../support/look.js'
import { button, focused, visit as openTab, seen, told, type Visit } from '../support/visit.js'

describeInBrowser('chat accounts and channels in a browser', () => {
  let service: Served
  let browser: Browser
  let tenant: string
  const tabs: Visit[] = []

  beforeAll(async () => {
    service = await serve({ settings: { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's', DISCORD_TOKEN: 'd' } })
    tenant = await newTenant(service)
    const teacher = await visit(service, { tenant, role: 'teacher', subject: 't' })
    await teacher.here('PUT', '/settings', { topic: 'Fractions', genres: ['trap', 'baroque'] })
    browser = await openBrowser()
  })
  afterEach(async () => {
    const here = tabs.splice(0)
    expect(here.flatMap(({ complaints }) => complaints)).toEqual([])
    for (const tab of here) await tab.leave()
  })
  afterAll(async () => {
    await browser?.close()
    await service?.close()
  })

  async function open(how: Omit<Parameters<typeof pageCode>[1], 'tenant'>, from = service): Promise<Page> {
    const tab = await openTab(browser, from.url, { calm: true })
    tabs.push(tab)
    const { assignment, code } = await pageCode(from, { tenant, ...how })
    await tab.page.goto(`/assignment/${assignment}#code=${code}`)
    return tab.page
  }

  /** The code as a screen reader spells it. */
  const spelled = (page: Page) => page.getByRole('region', { name: 'Your code' }).getByText(/^\w( \w){3}, \w( \w){3}$/)

  test('a student gets a code, is linked while the page is open, and takes it back', async () => {
    const page = await open({ subject: 'a', name: 'Ada' })
    await button(page, 'Work in Slack or Discord').click()
    await seen(page, 'No account yet.').waitFor()
    await button(page, 'Get a code').click()
    const code = (await spelled(page).textContent())!.replaceAll(/\W/g, '')
    expect(code).toHaveLength(8)
    expect(await page.getByRole('timer').textContent()).toMatch(/^good for (9:\d\d|10:00)$/)
    await seen(page, `/mashup link ${code}`).waitFor()
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await button(page, 'Copy the code').click()
    await button(page, 'Code copied').waitFor()
    expect(await page.evaluate<string>('navigator.clipboard.readText()')).toBe(code)
    await look(page, 'chat-code')

    await linkAccount(service.ctx, newAccount({ name: 'ada-lovely' }), code)
    await seen(page, 'Linked: ada-lovely on Slack').waitFor()
    await focused(page.locator('.chat-linked'))
    await look(page, 'chat-linked')
    await button(page, 'Unlink ada-lovely on Slack').click()
    await told(page, 'ada-lovely on Slack is not linked any more.').waitFor()
    await seen(page, 'No account yet.').waitFor()
    await focused(page.getByRole('heading', { level: 3 }))
  })

  test('a code that is too old says so, and a new one is had', async () => {
    const page = await open({ subject: 'b' })
    await page.clock.install()
    await button(page, 'Work in Slack or Discord').click()
    await button(page, 'Get a code').click()
    const first = await spelled(page).textContent()
    await page.clock.runFor(5_000)
    expect(await page.getByRole('timer').textContent()).toMatch(/^good for 9:/)
    await page.clock.fastForward(600_000)
    await seen(page, 'That code is too old now.').waitFor()
    await button(page, 'Get another code').click()
    expect(await spelled(page).textContent()).not.toBe(first)
    // What time it is there is of no use to anybody else.
    await page.context().close()
  })

  test('a teacher sees which channels are the course’s, and takes one away', async () => {
    const teacher = await visit(service, { tenant, role: 'teacher', subject: 't' })
    const account = newAccount({ name: 'ms-moss' })
    const { code } = (await teacher.ask('POST', '/api/v1/classroom/chat/code')).json()
    await linkAccount(service.ctx, account, code)
    const { course, assignment } = teacher
    await bindChannel(service.ctx, account, newChannel(), {
      ...{ tenant, course, assignment, guests: true, name: 'biology-songs' },
    })
    const guild = newChannel({ platform: 'discord', space: '81384788765712384', channel: '81384788765712399' })
    await bindChannel(service.ctx, account, guild, { tenant, course, assignment: null, guests: false })

    const page = await open({ role: 'teacher', subject: 't' })
    await page.getByRole('tab', { name: 'Slack and Discord' }).click()
    await page.getByRole('link', { name: /^#biology-songs/ }).waitFor()
    await seen(page, 'ms-moss').waitFor()
    await look(page, 'chat-teacher')
    expect(await page.getByRole('link', { name: /A channel on Discord/ }).getAttribute('href')).toBe(
      `https://discord.com/channels/${guild.space}/${guild.channel}`,
    )
    await button(page, 'Take away #biology-songs').click()
    await told(page, '#biology-songs is not this course’s any more.').waitFor()
    await page.getByRole('link', { name: /^#biology-songs/ }).waitFor({ state: 'detached' })
    await focused(page.getByText('Channels of this course', { exact: true }))
  })

  test('an assistant sees their own accounts and no channels; without a chat there is nothing of it', async () => {
    const page = await open({ role: 'assistant', subject: 'ta' })
    await page.getByRole('tab', { name: 'Slack and Discord' }).click()
    await page.getByRole('heading', { name: 'Your accounts' }).waitFor()
    expect(await page.getByRole('heading', { name: 'Channels of this course' }).count()).toBe(0)

    const quiet = await serve()
    try {
      const elsewhere = await newTenant(quiet)
      const teacher = await visit(quiet, { tenant: elsewhere, role: 'teacher' })
      await teacher.here('PUT', '/settings', { topic: 'Fractions', genres: ['trap', 'baroque'] })
      const student = await open({ tenant: elsewhere } as never, quiet)
      await student.getByRole('heading', { name: 'What to do' }).waitFor()
      expect(await button(student, /Slack|Discord/).count()).toBe(0)
    } finally {
      await quiet.close()
    }
  })
})

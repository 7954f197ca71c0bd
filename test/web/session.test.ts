import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { inlineCompute } from '../../integrations/compute/inline.js'
import { embedded } from '../../integrations/models/embedded.js'
import { handleSessionJobs } from '../../src/sessions/handle-session-jobs.js'
import { type Served, serve } from '../http/serve.js'
import { axe, describeInBrowser, keepScreen, openBrowser, recolour, visit } from '../support/browser.js'
import { visit as enterAs, newTenant, pageCode } from '../support/classroom.js'
import { button, choose, libraryHere, sheetDrawn } from './studio-steps.js'

/** Nothing stands out to the side. */
const fits = 'document.documentElement.scrollWidth <= innerWidth'

describeInBrowser('a session in the browser', () => {
  let service: Served
  let browser: Browser
  beforeAll(async () => {
    const compute = inlineCompute()
    ;[service, browser] = await Promise.all([serve({ compute, model: embedded(compute) }), openBrowser()])
    handleSessionJobs(service.ctx)
    await service.ctx.jobs.start()
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await service?.close()
  })

  const stage = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor()

  /** Kept as pictures at both widths, and held to axe and to the narrowest screen. */
  async function look(page: Page, name: string): Promise<void> {
    for (const [width, colorScheme] of [
      [1280, 'light'],
      [320, 'light'],
      [320, 'dark'],
    ] as const) {
      await page.setViewportSize({ width, height: 900 })
      await recolour(page, colorScheme)
      await page.evaluate('Promise.all(document.getAnimations().map(({ finished }) => finished))')
      await keepScreen(page, `session-${name}-${width}-${colorScheme}`)
      expect([name, width, await page.evaluate<boolean>(fits)]).toEqual([name, width, true])
      expect([name, width, await axe(page, { colours: colorScheme === 'dark' })]).toEqual([name, width, []])
    }
    // At twice the size, with the colours of the system (WCAG 1.4.4, 1.4.10).
    await page.setViewportSize({ width: 640, height: 900 })
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
    await page.evaluate("document.documentElement.style.fontSize = '200%'")
    expect([name, 'twice', await page.evaluate<boolean>(fits)]).toEqual([name, 'twice', true])
    await keepScreen(page, `session-${name}-twice-forced`)
    await page.evaluate("document.documentElement.style.fontSize = ''")
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce', forcedColors: 'none' })
  }

  /** The AI is asked for other words for the second line. */
  async function offer(page: Page): Promise<void> {
    await button(page, /^Change:/)
      .nth(0)
      .click()
    await button(page, 'Ask the AI for other words').click()
    await button(page, 'Suggest another').click()
    await button(page, /^Take it:/).waitFor()
    await look(page, 'lyrics-offered')
    await button(page, 'Put it away').click()
  }

  /** Two write at one line: the second is shown both texts, and loses none. */
  async function overtaken(first: Page, second: Page): Promise<void> {
    const words = () => second.getByRole('textbox', { name: 'Your words for this line' })
    await button(second, /^Change:/)
      .nth(3)
      .click()
    await words().fill('What I was writing all along')
    await first.getByText('Singer 2 is writing …').first().waitFor()
    await button(first, /^Change:/)
      .nth(3)
      .click()
    await first.getByRole('textbox', { name: 'Your words for this line' }).fill('Somebody was quicker here')
    await first.keyboard.press('Enter')
    await second.getByText('This line has changed while you wrote').waitFor()
    expect(await words().inputValue()).toBe('What I was writing all along')
    await look(second, 'lyrics-overtaken')
    await button(second, 'Go on with mine').click()
    await button(second, 'Put it in').click()
    await first.getByText('What I was writing all along').waitFor()
  }

  test('two side by side, from the lobby to the song that is handed in', async () => {
    const host = await visit(browser, service.url, { calm: true })
    const friend = await visit(browser, service.url, { calm: true, width: 390 })
    const [one, two] = [host.page, friend.page]

    await one.goto('/')
    await libraryHere(one)
    await choose(one, 'First kind of music', 'trap')
    await choose(one, 'Second kind of music', 'baroq')
    await button(one, 'Make it together').click()
    await stage(one, 'Getting together')
    const link = await one.getByRole('textbox', { name: 'Link to this session' }).inputValue()
    expect(new URL(one.url()).hash).toBe('')

    await two.goto(link)
    await button(two, 'Join the group').waitFor()
    await look(two, 'invited')
    await button(two, 'Join the group').click()
    await stage(two, 'Getting together')
    await one.getByText('Singer 2', { exact: true }).waitFor()
    await choose(one, 'What is it about?', 'photosyn')
    await two.getByText('Photosynthesis', { exact: true }).waitFor()
    await look(one, 'lobby-host')
    await look(two, 'lobby-member')
    await button(one, 'Start with the hooks').click()

    await stage(two, 'The hook')
    await button(two, /^Vote for:/)
      .first()
      .waitFor()
    // A hook of one's own, and a vote, with the keyboard alone.
    await two.getByRole('textbox', { name: 'A hook of your own' }).focus()
    await two.keyboard.type('Sunlight is the song I eat')
    await two.keyboard.press('Enter')
    await one.getByText('“Sunlight is the song I eat”').waitFor()
    await button(one, 'Vote for: Sunlight is the song I eat').focus()
    await one.keyboard.press('Space')
    await button(one, 'Your vote: Sunlight is the song I eat').waitFor()
    await two.getByText('1 of 2 have voted.').waitFor()
    await look(one, 'hooks')
    await look(two, 'hooks-member')
    await button(two, 'Vote for: Sunlight is the song I eat').click()

    await stage(one, 'The words')
    await stage(two, 'The words')
    await button(one, /^Change:/)
      .first()
      .waitFor()
    await button(one, /^Change:/)
      .first()
      .focus()
    await one.keyboard.press('Enter')
    await one.keyboard.press('Control+a')
    await one.keyboard.type('Sunlight falls on my green leaf')
    await one.getByText(/^7 syllables, room/).waitFor()
    await look(one, 'lyrics-writing')
    await look(two, 'lyrics-watching')
    await one.keyboard.press('Enter')
    await two.getByText('Sunlight falls on my green leaf').waitFor()
    await button(one, 'Lock: Sunlight falls on my green leaf').click()
    await button(two, 'Change: Sunlight falls on my green leaf').waitFor({ state: 'detached' })

    await offer(two)
    await look(one, 'lyrics-offer')
    await button(one, /^Take it:/).click()
    await button(two, /^Take it:/).waitFor({ state: 'detached' })

    await overtaken(one, two)
    await button(one, 'The words are done').click()

    await stage(two, 'The sound')
    await button(two, /^Vote for:/)
      .first()
      .waitFor()
    await sheetDrawn(one)
    // Any of them, by its own button; the one that is heard is the one below.
    await button(one, /^Listen to:/)
      .nth(1)
      .click()
    await button(one, /^Pause:/).click()
    await button(one, /^Pause:/).waitFor({ state: 'detached' })
    await sheetDrawn(one)
    await look(one, 'arranging')
    await button(one, /^Vote for:/)
      .nth(1)
      .click()
    await button(two, /^Vote for:/)
      .nth(1)
      .click()

    await stage(one, 'The last look')
    await stage(two, 'The last look')
    await sheetDrawn(one)
    await two.getByRole('textbox', { name: 'Your thoughts' }).fill('The leaf sings now. I wrote the hook.')
    await button(two, 'Say it').click()
    await one.getByText('The leaf sings now. I wrote the hook.').waitFor()
    await look(one, 'review')
    await button(one, 'Hand it in together').click()
    await one.getByRole('dialog').waitFor()
    await look(one, 'handing-in')
    await button(one, 'Hand it in').click()
    await stage(two, 'Done')
    await sheetDrawn(two)
    await look(two, 'finished')
    // The one before joining, by which the page found out that it is not in the session yet.
    const notYet = expect.stringContaining('404')
    expect([host.complaints, friend.complaints]).toEqual([[], [notYet]])
  }, 240_000)

  test('in a course: a group starts and is joined, the teacher looks in, pauses the AI and lets a text through', async () => {
    const tenant = await newTenant(service)
    const teacher = await enterAs(service, { tenant, role: 'teacher', subject: 't', name: 'Ms Moss' })
    const mode = { kind: 'groups', size: 3 }
    await teacher.here('PUT', '/settings', { topic: 'Fractions', genres: ['trap', 'baroque'], gradeLevel: 5, mode })

    const launched = async (how: { role?: 'teacher'; subject: string; name: string }): Promise<Page> => {
      const { page } = await visit(browser, service.url, { calm: true })
      const { code, assignment } = await pageCode(service, { tenant, ...how })
      await page.goto(`/assignment/${assignment}#code=${code}`)
      return page
    }
    const ada = await launched({ subject: 'a', name: 'Ada' })
    await button(ada, 'Start a group').click()
    await stage(ada, 'Getting together')
    const bob = await launched({ subject: 'b', name: 'Bob' })
    await button(bob, 'Join').waitFor()
    await look(bob, 'groups-student')
    await button(bob, 'Join').click()
    await stage(bob, 'Getting together')
    await ada.getByText('Bob', { exact: true }).waitFor()
    await button(ada, 'Start with the hooks').click()
    await button(bob, /^Vote for:/)
      .first()
      .waitFor()
    await bob.getByRole('textbox', { name: 'A hook of your own' }).fill('kill yourself now')
    await button(bob, 'Put it up').click()
    await bob.getByText('This waits for your teacher').waitFor()
    await look(bob, 'held-own')
    expect(await ada.getByText('kill yourself').count()).toBe(0)

    const moss = await launched({ role: 'teacher', subject: 't', name: 'Ms Moss' })
    await moss.getByRole('tab', { name: 'Groups' }).click()
    await moss.getByText('1 text waits for you').waitFor()
    await look(moss, 'groups-teacher')
    await moss.getByRole('link', { name: 'Look in' }).click()
    await moss.getByText('You are looking in').waitFor()
    await look(moss, 'teacher-looks-in')
    // The first decision is the way in.
    await button(moss, 'Pause the AI').click()
    await ada.getByText('Ms Moss').first().waitFor()
    await ada.getByText('Your teacher has paused the AI').waitFor()
    await look(moss, 'teacher')
    await button(moss, 'Who did what').click()
    await moss.getByText(/held for the teacher: “kill yourself now”/).waitFor()
    await moss.getByText('You paused the AI').waitFor()
    await look(moss, 'who-did-what')
    await button(ada, 'Who did what').click()
    await ada.getByText('was held for the teacher').waitFor()
    expect(await ada.getByText('kill yourself').count()).toBe(0)
    await button(moss, 'Let the AI go on').click()
    await button(moss, 'Keep it back: kill yourself now').click()
    await bob.getByText('This waits for your teacher').waitFor({ state: 'detached' })
    await button(bob, 'Leave the group').click()
    await bob.getByText('You have left the group').waitFor()
    await button(moss, 'End the session').click()
    await button(moss, 'End it for all of us').click()
    await stage(ada, 'Ended')
    await look(ada, 'ended')
  }, 180_000)

  test('too little is known of a topic: the facts are asked for where they can be written', async () => {
    const { page } = await visit(browser, service.url, { calm: true })
    await page.goto('/')
    await button(page, 'Make it together').click()
    await stage(page, 'Getting together')
    await page.getByRole('combobox', { name: 'What is it about?' }).fill('our dog Biscuit')
    await page.keyboard.press('Escape')
    await button(page, 'Start with the hooks').click()
    await page.getByText('We need to know a little more').waitFor()
    const facts = page.getByRole('textbox', { name: 'Facts the song should sing' })
    await facts.fill('Biscuit sleeps under the table.\nBiscuit runs to the river.\nBiscuit likes the rain.')
    await look(page, 'lobby-facts')
    await button(page, 'Start with the hooks').click()
    await button(page, /^Vote for:/)
      .first()
      .waitFor()
    const link = await page.getByRole('textbox', { name: 'Link to this session' }).inputValue()
    await button(page, 'Make a new link').click()
    await page.getByText('A new link is made.').waitFor()
    const { page: late } = await visit(browser, service.url, { calm: true })
    await late.goto(link)
    await button(late, 'Join the group').click()
    await late.getByText('This link lets nobody in any more').waitFor()
  }, 90_000)

  test('where no socket gets through, it is asked over HTTP, and what is written stays', async () => {
    const { page: one } = await visit(browser, service.url, { calm: true })
    const { page: two } = await visit(browser, service.url, { calm: true })
    for (const page of [one, two]) await page.route('**/socket.io/**', (route) => route.abort())
    await one.goto('/')
    await button(one, 'Make it together').click()
    await stage(one, 'Getting together')
    const link = await one.getByRole('textbox', { name: 'Link to this session' }).inputValue()
    await two.goto(link)
    await button(two, 'Join the group').click()
    await one.getByText('Singer 2', { exact: true }).waitFor()
    await one.getByRole('combobox', { name: 'What is it about?' }).fill('volcanoes')
    await one.keyboard.press('Escape')
    await button(one, 'Start with the hooks').click()
    await stage(two, 'The hook')
    await button(two, /^Vote for:/)
      .first()
      .waitFor()
    const own = two.getByRole('textbox', { name: 'A hook of your own' })
    await own.fill('A mountain learns to')
    await button(one, /^Vote for:/)
      .first()
      .click()
    await two.getByText('1 of 2 have voted.').waitFor()
    expect(await own.inputValue()).toBe('A mountain learns to')
    await two.reload()
    await own.waitFor()
    expect(await own.inputValue()).toBe('A mountain learns to')
    await button(one, 'Take the one with most votes').click()
    await two.getByText('You were still writing when the group went on').waitFor()
    await two.getByText('“A mountain learns to”').waitFor()
  }, 120_000)
})

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { inlineCompute } from '../../integrations/compute/inline.js'
import { embedded } from '../../integrations/models/embedded.js'
import { createApp } from '../../src/app.js'
import { openLive } from '../../src/http/live/live.js'
import { serveWeb } from '../../src/http/server.js'
import { handleSessionJobs } from '../../src/sessions/handle-session-jobs.js'
import { axe, describeInBrowser, keepScreen, openBrowser, visit } from '../support/browser.js'
import { type TestContext, testContext } from '../support/context.js'
import { button, choose, libraryHere, sheetDrawn } from './studio-steps.js'

interface Service {
  url: string
  ctx: TestContext
  close(): Promise<void>
}

/** The whole service, with sockets and with the AI's jobs. */
async function openSessionService(): Promise<Service> {
  const compute = inlineCompute()
  const ctx = await testContext({
    compute,
    model: embedded(compute),
    settings: { LMM_RATE_PER_MINUTE: '10000', LMM_GUESTS: 'true' },
  })
  handleSessionJobs(ctx)
  await ctx.jobs.start()
  const attach = (http: Parameters<typeof openLive>[1]) => openLive(ctx, http)
  const server = await serveWeb((lifecycle) => createApp(ctx, lifecycle), { port: 0, host: '127.0.0.1', attach })
  return {
    url: `http://127.0.0.1:${server.port}`,
    ctx,
    async close() {
      await server.close(1_000)
      await ctx.close()
    },
  }
}

describeInBrowser('a session in the browser', () => {
  let service: Service
  let browser: Browser
  beforeAll(async () => {
    ;[service, browser] = await Promise.all([openSessionService(), openBrowser()])
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
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.evaluate('Promise.all(document.getAnimations().map(({ finished }) => finished))')
      const beyond = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
      await keepScreen(page, `session-${name}-${width}-${colorScheme}`)
      expect([name, width, Math.max(0, beyond)]).toEqual([name, width, 0])
      expect([name, width, await axe(page)]).toEqual([name, width, []])
    }
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
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
    await look(two, 'invited')
    await button(two, 'Join the group').click()
    await stage(two, 'Getting together')
    await one.getByText('Singer 2').waitFor()
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
    await one.getByText(/^7 syllables/).waitFor()
    await look(one, 'lyrics-writing')
    await look(two, 'lyrics-watching')
    await sheetDrawn
    await one.keyboard.press('Enter')
    await two.getByText('Sunlight falls on my green leaf').waitFor()
    await button(two, /^Lock: Sunlight falls/).waitFor()
    expect([host.complaints, friend.complaints]).toEqual([[], []])
  }, 240_000)
})

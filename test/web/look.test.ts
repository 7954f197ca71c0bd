import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { axe, describeInBrowser, keepScreen, openBrowser, recolour, visit } from '../support/browser.js'
import { openStudioService, type StudioService } from './studio-service.js'
import { button, fillForm, makeSong, sheetDrawn, songTitle } from './studio-steps.js'

/** Nothing may stand out to the side (WCAG 1.4.10); what scrolls by itself, such as a sheet of music, may be wider. */
const overflow = (page: Page) =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')

describeInBrowser('how the pages look and read', () => {
  let service: StudioService
  let browser: Browser

  beforeAll(async () => {
    ;[service, browser] = await Promise.all([openStudioService(), openBrowser()])
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await service?.close()
  })

  describe.each([320, 768, 1280])('at %i px, light and dark', (width) => {
    test('every state is free of axe violations and of sideways scrolling, and is kept as a picture', async () => {
      const { page, context, complaints } = await visit(browser, service.url, { width, calm: true })
      const seen: string[] = []
      const look = async (name: string) => {
        for (const colorScheme of ['dark', 'light'] as const) {
          await recolour(page, colorScheme)
          const problems = await axe(page, { colours: colorScheme === 'dark' })
          if ((await overflow(page)) > 0) problems.push('scrolls sideways')
          seen.push(...problems.map((problem) => `${name}, ${colorScheme}: ${problem}`))
          await keepScreen(page, `${name}-${width}-${colorScheme}`)
        }
      }

      await page.goto('/design')
      await page.getByRole('heading', { name: 'To fold away' }).waitFor()
      await look('design')
      await button(page, 'Open a dialog').click()
      await page.getByRole('dialog').waitFor()
      await look('design-dialog')

      await page.goto('/song/00000000-0000-4000-8000-000000000000')
      await page.getByRole('alert').waitFor()
      await look('song-missing')

      await page.goto('/')
      await button(page, /^Find them by ear/).waitFor()
      await look('studio-empty')
      await makeSong(page)
      await look('studio-missing')
      await fillForm(page)
      await button(page, /^Find them by ear/).click()
      await page.getByRole('tab', { name: 'Africa' }).waitFor()
      await button(page, /^More wishes/).click()
      await look('studio-filled')

      await page.route('**/api/v1/mashup', () => {})
      await makeSong(page)
      await button(page, 'Stop making it').waitFor()
      await look('studio-making')
      await button(page, 'Stop making it').click()
      await page.unrouteAll()
      await page.getByRole('alert').waitFor()
      await look('studio-stopped')

      await makeSong(page)
      await songTitle(page)
      await sheetDrawn(page)
      for (const toggle of ['Chords', 'Roman numerals', 'Rhymes', 'Syllables'])
        await page.getByText(toggle, { exact: true }).click()
      await look('song-words')
      for (const [tab, name] of [
        ['How the music works', 'music'],
        ['The blend', 'blend'],
        ['The topic', 'topic'],
        ['Checks', 'checks'],
      ]) {
        await page.getByRole('tab', { name: tab! }).click()
        if (name === 'topic') await button(page, 'Questions for class').click()
        await look(`song-${name}`)
      }
      await button(page, 'Mixer').click()
      await button(page, 'Mute drums').click()
      await look('song-mixer')
      await context.close()
      expect(seen).toEqual([])
      expect(complaints.filter((complaint) => !/404|ERR_FAILED/.test(complaint))).toEqual([])
    }, 120_000)
  })

  test('with colours forced and at twice the size, nothing is lost', async () => {
    const { page, context } = await visit(browser, service.url, { width: 640 })
    await page.emulateMedia({ forcedColors: 'active' })
    await page.goto('/')
    await fillForm(page)
    await page.evaluate("document.documentElement.style.fontSize = '200%'")
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await keepScreen(page, 'studio-forced-colours-200')
    await makeSong(page)
    await songTitle(page)
    await sheetDrawn(page)
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await keepScreen(page, 'song-forced-colours-200')
    await context.close()
  }, 60_000)
})

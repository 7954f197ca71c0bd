import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { describeInBrowser, openBrowser } from '../support/browser.js'
import { look } from '../support/look.js'
import { button, seen, type Visit, visit } from '../support/visit.js'
import { openStudioService, type StudioService } from './studio-service.js'
import { fillForm, makeSong, sheetDrawn, songTitle } from './studio-steps.js'

describeInBrowser('how the pages look and read', () => {
  let service: StudioService
  let browser: Browser
  let here: Visit

  beforeAll(async () => {
    ;[service, browser] = await Promise.all([openStudioService(), openBrowser()])
    here = await visit(browser, service.url, { calm: true })
  })
  afterAll(async () => {
    await browser?.close()
    await service?.close()
  })

  test('what the pages are made of, and an address that leads nowhere', async () => {
    const { page } = here
    await page.goto('/design')
    await page.getByRole('heading', { name: 'To fold away' }).waitFor()
    await look(page, 'design')
    await button(page, 'Open a dialog').click()
    await page.getByRole('dialog').waitFor()
    await look(page, 'design-dialog')

    await page.goto('/song/00000000-0000-4000-8000-000000000000')
    await page.getByRole('alert').waitFor()
    await look(page, 'song-missing')
    expect(here.complaints).toEqual([expect.stringContaining('404')])
  })

  test('the studio from the empty form to the song', async () => {
    const { page, complaints } = here
    await page.goto('/')
    complaints.splice(0)
    await button(page, /^Find them by ear/).waitFor()
    await look(page, 'studio-empty')
    await makeSong(page)
    await seen(page, 'What should the song be about?').waitFor()
    await look(page, 'studio-missing')
    await fillForm(page)
    await button(page, /^Find them by ear/).click()
    await page.getByRole('tab', { name: 'Africa' }).waitFor()
    await button(page, /^More wishes/).click()
    await look(page, 'studio-filled')

    await page.route('**/api/v1/mashup', () => {})
    await makeSong(page)
    await button(page, 'Stop making it').waitFor()
    await look(page, 'studio-making')
    await button(page, 'Stop making it').click()
    await page.unrouteAll()
    await page.getByRole('alert').waitFor()
    await look(page, 'studio-stopped')

    await makeSong(page)
    await songTitle(page)
    await sheetDrawn(page)
    for (const toggle of ['Chords', 'Roman numerals', 'Rhymes', 'Syllables'])
      await page.getByText(toggle, { exact: true }).click()
    await look(page, 'song-words', { strokes: true })
    for (const [tab, name] of [
      ['How the music works', 'music'],
      ['The blend', 'blend'],
      ['The topic', 'topic'],
      ['Checks', 'checks'],
    ] as const) {
      await page.getByRole('tab', { name: tab, exact: true }).click()
      await page.getByRole('tabpanel', { name: tab, exact: true }).waitFor()
      if (name === 'topic') await button(page, 'Questions for class').click()
      await look(page, `song-${name}`, { within: '[role=tabpanel]' })
    }
    await button(page, 'Mixer').click()
    await button(page, 'Mute drums').click()
    await look(page, 'song-mixer', { within: '[aria-label=Player]' })
    expect(complaints.filter((complaint) => !complaint.includes('ERR_FAILED'))).toEqual([])
  })
})

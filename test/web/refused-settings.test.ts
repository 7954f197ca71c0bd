import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { type Served, serve } from '../http/serve.js'
import { describeInBrowser, openBrowser } from '../support/browser.js'
import { newTenant, pageCode } from '../support/classroom.js'
import { look } from '../support/look.js'
import { button, focused, seen, visit } from '../support/visit.js'

describeInBrowser('settings that no song can be made of', () => {
  let service: Served
  let browser: Browser
  let page: Page
  let assignment: string | null

  beforeAll(async () => {
    service = await serve()
    browser = await openBrowser()
    const tab = await visit(browser, service.url, { calm: true, width: 360, height: 900 })
    page = tab.page
    const entered = await pageCode(service, {
      tenant: await newTenant(service),
      role: 'teacher',
      subject: 't',
    })
    assignment = entered.assignment
    await page.goto(`/assignment/${assignment}#code=${entered.code}`)
    await button(page, 'Set it up').waitFor()
  })
  afterAll(async () => {
    await browser?.close()
    await service?.close()
  })

  const field = (name: string) => page.getByRole('textbox', { name, exact: true })
  async function send({ topic, words = '', facts = '' }: { topic: string; words?: string; facts?: string }) {
    const about = page.getByRole('combobox', { name: 'Topic', exact: true })
    await about.fill(topic)
    // Going on closes what is offered, which hides the rest from screen readers as long as it is open.
    await about.press('Tab')
    await field('Words the song should use').fill(words)
    await field('Facts the song should sing').fill(facts)
    await button(page, 'Set it up').click()
  }
  test('a topic that nobody knows wants facts, and says so beside them', async () => {
    await send({ topic: 'Zorbification' })
    await seen(page, /^Give at least three true sentences about the topic/).waitFor()
    expect(await field('Facts the song should sing').getAttribute('aria-invalid')).toBe('true')
    await focused(field('Facts the song should sing'))
    await look(page, 'classroom-settings-refused')
  })

  test('each word and fact that tells of a person is named, all at once, and what was typed stays', async () => {
    const facts = 'Lava is melted rock above the ground.\nCall Tom at 030 1234567.'
    await send({ topic: 'Volcanoes', words: 'lava, tom@school.example', facts })
    await seen(page, '“tom@school.example”: Please leave out the e-mail address.').waitFor()
    await seen(page, '“Call Tom at 030 1234567.”: Please leave out the phone number.').waitFor()
    await focused(field('Words the song should use'))
    expect(await field('Facts the song should sing').inputValue()).toBe(facts)
  })

  test('what does not suit the grade is said beside its field, and mended it is taken', async () => {
    await send({ topic: 'how to make a bomb' })
    await seen(page, /^Not for grade 6/).waitFor()
    await send({ topic: 'Volcanoes', facts: 'Lava is melted rock above the ground.' })
    await seen(page, 'Nobody is here yet').waitFor()
  })
})

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { drawComponents } from '../../bots/preview/draw-discord.js'
import { drawMarkdown } from '../../bots/preview/draw-markdown.js'
import { drawBlocks } from '../../bots/preview/draw-slack.js'
import { stages } from '../../src/domain/session/stages.js'
import { type ServiceProcess, serviceProcess } from '../sessions/processes.js'
import { describeInBrowser, openBrowser } from '../support/browser.js'
import { type FreshDatabase, freshDatabase } from '../support/database.js'
import { look } from '../support/look.js'
import { seen, visit } from '../support/visit.js'

const path = '/docs/chat-preview'
const looks = [...stages, 'all-hooks', 'trouble', 'paused', 'largest-vote', 'largest-song', 'private', 'dialogs']

let database: FreshDatabase
let service: ServiceProcess
beforeAll(async () => {
  database = await freshDatabase()
  service = await serviceProcess({ DATABASE_URL: database.url, LMM_ROLES: 'web', NODE_ENV: 'development' })
})
afterAll(async () => {
  await service?.end()
  await database?.drop()
})

const get = async (address: string) => {
  const response = await fetch(service.url + address)
  return { status: response.status, headers: response.headers, text: await response.text() }
}

test('every stage, the private words and the dialogs have a page, and nothing is sent that it cannot draw', async () => {
  const { text } = await get(path)
  const listed = [...text.matchAll(/href="\/docs\/chat-preview\/([\w-]+)"/g)].map(([, id]) => id)
  expect(listed).toEqual(looks)
  for (const look of looks) {
    const page = await get(`${path}/${look}`)
    expect([look, page.status, page.text.includes('class="fault"')]).toEqual([look, 200, false])
    expect(page.text.match(/<h3>Slack<\/h3>/g)?.length).toBe(page.text.match(/<h3>Discord<\/h3>/g)?.length)
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
  }
  expect((await get(`${path}/nothing`)).status).toBe(404)
})

test('what the renderers come to send and the preview does not know is a fault that is seen', () => {
  expect(drawBlocks([{ type: 'video' }]).join()).toContain('cannot draw this Slack block: video')
  const mention = { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'user' }] }] }
  expect(drawBlocks([mention]).join()).toContain('cannot draw this Slack run: user')
  expect(drawBlocks([{ type: 'section', text: { type: 'mrkdwn', text: '*x*' } }]).join()).toContain('mrkdwn')
  expect(drawComponents([{ type: 12 }]).join()).toContain('cannot draw this Discord component: 12')
  expect(drawMarkdown('so \\*plain\\* and **bold**').join()).toBe('<p>so *plain* and <strong>bold</strong></p>')
  for (const unescaped of ['a ~~b~~', '<@12>', '@everyone', '[a](b)', 'https://x.example'])
    expect(drawMarkdown(unescaped).join()).toContain('class="fault"')
})

test('in production there is no such page', async () => {
  const production = await serviceProcess({
    DATABASE_URL: database.url,
    LMM_ROLES: 'web',
    NODE_ENV: 'production',
  })
  try {
    for (const address of [path, `${path}/hooks`, `${path}/preview.css`])
      expect((await fetch(production.url + address)).status).toBe(404)
  } finally {
    await production.end()
  }
})

describeInBrowser('the chat preview in a browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
  })

  test('every look is held to what every page is held to', async () => {
    const { page, complaints } = await visit(browser, service.url, { calm: true })
    for (const id of looks) {
      await page.goto(`${path}/${id}`)
      await look(page, `preview-${id}`)
    }
    expect(complaints).toEqual([])
  })

  test('by keys alone one comes from look to look, opens a list, and is asked before what cannot be undone', async () => {
    const { page } = await visit(browser, service.url, { calm: true })
    await page.goto(`${path}/lobby`)
    await page.getByRole('link', { name: 'The last look' }).press('Enter')
    await page.getByRole('heading', { name: 'The last look' }).waitFor()
    await page.locator('nav [aria-current=page]').getByText('The last look', { exact: true }).waitFor()
    await page.locator('.slack .asks summary').press('Enter')
    await seen(page, 'Hand the song in for the whole group?', { exact: false }).waitFor()
    await page.goto(`${path}/all-hooks`)
    await page.locator('.discord .choice summary').press('Enter')
    await page.locator('.discord .choice').getByText('24. A leaf never skips lunch').waitFor()
  })
})

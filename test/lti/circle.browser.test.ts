import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { BrowserContext, Frame, Page } from 'playwright-core'
import { createDoor } from '../../lti/door.js'
import { handleLtiJobs } from '../../lti/jobs.js'
import type { Manners } from '../../lti/sandbox/model.js'
import { describeInBrowser } from '../support/browser.js'
import { type FakeLms, startLms } from '../support/fake-lms.js'
import { axe, keepScreen } from '../support/look.js'
import { button, seen } from '../support/visit.js'
import { openStrictBrowser } from './browser-without-cookies.js'
import { introduce, startTool, type Tool } from './tool.js'

async function choose(frame: Frame, name: string, typed: string): Promise<void> {
  await frame.getByRole('combobox', { name, exact: true }).fill(typed)
  const first = frame.getByRole('option').first()
  await first.waitFor()
  await first.dispatchEvent('click')
  await frame.getByRole('listbox').waitFor({ state: 'detached' })
}

async function theFrame(page: Page): Promise<Frame> {
  const element = await page.locator('iframe[name=tool]').elementHandle()
  return (await element!.contentFrame())!
}

/** The tool's frame, once the launch has led to a page of the service's. */
async function toolFrame(page: Page, path: RegExp): Promise<Frame> {
  const frame = await theFrame(page)
  await frame.waitForURL(path)
  return frame
}

describeInBrowser('in a frame of another site, with third-party cookies blocked', () => {
  let tool: Tool
  const platforms = {} as Record<Manners, FakeLms>
  let context: BrowserContext
  let closeBrowser: () => Promise<void>

  beforeAll(async () => {
    tool = await startTool({ host: 'localhost', settings: { LMM_RATE_PER_MINUTE: '10000' } })
    for (const manners of ['moodle', 'canvas'] as const) {
      platforms[manners] = await startLms({ manners })
      await introduce(tool, platforms[manners].lms)
    }
    handleLtiJobs(createDoor(tool.ctx))
    await tool.ctx.jobs.start()
    ;({ context, close: closeBrowser } = await openStrictBrowser())
  })
  afterAll(async () => {
    await closeBrowser?.()
    for (const { close } of Object.values(platforms)) await close()
    await tool?.close()
  })

  test.each(['moodle', 'canvas'] as const)('the whole circle, with the manners of %s', async (manners) => {
    const { lms } = platforms[manners]
    const page = await context.newPage()
    await page.goto(`${lms.base}/`)
    expect(await axe(page)).toEqual([])
    await page.getByRole('link', { name: 'Set up an activity' }).click()
    const setUp = await toolFrame(page, /\/setup\//)
    // A cookie that is not partitioned is not kept here: the test is what it says.
    expect(await setUp.evaluate('document.cookie = "third=1; Secure; SameSite=None"; document.cookie')).not.toContain(
      'third',
    )
    await choose(setUp, 'Topic', 'photosyn')
    await seen(setUp, 'Filled in from the library: Photosynthesis').waitFor()
    await button(setUp, 'Put it into the course').click()
    await seen(setUp, 'Added to the course').waitFor()
    await setUp.getByRole('link', { name: 'To the course' }).click()

    const title = 'A song about Photosynthesis'
    await page.getByRole('link', { name: `Launch ${title} as Student 1` }).click()
    const student = await toolFrame(page, /\/assignment\//)
    await seen(student, 'you are here as a student').waitFor()
    await choose(student, 'First kind of music', 'trap')
    await choose(student, 'Second kind of music', 'baroq')
    await button(student, 'Make the song').click()
    await button(student, 'Hand this song in').click()
    await seen(student, /^Handed in:/).waitFor()

    await page.goto(`${lms.base}/`)
    await page.getByRole('link', { name: `Launch ${title} as Teacher`, exact: true }).click()
    const teacher = await toolFrame(page, /\/assignment\//)
    await button(teacher, 'Listen and grade: Student 1').click()
    await teacher.getByRole('heading', { name: /^Suggested/ }).waitFor()
    await teacher.getByRole('textbox', { name: /^Points/ }).fill('9')
    await teacher.getByRole('textbox', { name: 'Comment for the student' }).fill('A hook that stays.')
    await button(teacher, 'Give the grade').click()
    const [item] = [...lms.lineItems.values()].filter(({ label }) => label === title)
    await arrival(lms, `${item?.id}/4`)
    await page.goto(`${lms.base}/gradebook`)
    await seen(page, /^9 \/ 10/).waitFor()
    await seen(page, 'A hook that stays.').waitFor()
    expect(await axe(page)).toEqual([])
    await keepScreen(page, `sandbox-gradebook-${manners}`)

    await page.getByLabel('arrived for Student 1').click()
    await page.getByRole('link', { name: 'Look at the submission of Student 1' }).click()
    const review = await toolFrame(page, /\/review\//)
    await review.getByRole('heading', { name: 'Student 1' }).waitFor()
    await keepScreen(page, `sandbox-review-${manners}`)
    await page.close()
  })

  test('where the frame may keep nothing at all, a button opens a new tab, and the launch goes on there', async () => {
    const { lms } = platforms.canvas
    lms.faults.silentStorage = true
    try {
      const page = await context.newPage()
      // As in a browser that blocks every cookie of a frame: nothing that is written to document.cookie is kept.
      await page.addInitScript({
        content: `if (parent !== window) Object.defineProperty(document, 'cookie', { get: () => '', set: () => {} })`,
      })
      await page.goto(`${lms.base}/`)
      await page
        .getByRole('link', { name: /^Launch .* as Student 2/ })
        .first()
        .click()
      const frame = await theFrame(page)
      const link = frame.getByRole('link', { name: 'Open in a new tab' })
      const [tab] = await Promise.all([context.waitForEvent('page'), link.click()])
      await tab.waitForURL(/\/assignment\//)
      await seen(tab, 'you are here as a student').waitFor()
    } finally {
      lms.faults.silentStorage = false
    }
  })
})

/** Resolves when a score has come for a cell of the gradebook. */
async function arrival({ cells }: FakeLms['lms'], name: string): Promise<void> {
  for (const end = Date.now() + 30_000; Date.now() < end; await new Promise((next) => setTimeout(next, 100)))
    if (cells.get(name)?.points === 9) return
  throw new Error(`no grade arrived for ${name}`)
}

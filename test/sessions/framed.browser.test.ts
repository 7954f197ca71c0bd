import { afterAll, beforeAll, test } from '@jest/globals'
import type { BrowserContext, Frame, Page } from 'playwright-core'
import { openStrictBrowser } from '../lti/browser-without-cookies.js'
import { introduce, startTool, type Tool } from '../lti/tool.js'
import { describeInBrowser } from '../support/browser.js'
import { type FakeLms, startLms } from '../support/fake-lms.js'
import { seen } from '../support/visit.js'

describeInBrowser('a group in a frame of another site that may keep nothing', () => {
  let tool: Tool
  let platform: FakeLms
  let activity: { title: string }
  let context: BrowserContext
  let closeBrowser: () => Promise<void>
  beforeAll(async () => {
    tool = await startTool({ host: 'localhost', settings: { LMM_RATE_PER_MINUTE: '10000' } })
    platform = await startLms({ manners: 'canvas' })
    ;({ activity } = await introduce(tool, platform.lms))
    ;({ context, close: closeBrowser } = await openStrictBrowser())
  })
  afterAll(async () => {
    await closeBrowser?.()
    await platform?.close()
    await tool?.close()
  })

  async function launched(role: string): Promise<{ page: Page; frame: Frame }> {
    const page = await context.newPage()
    await page.goto(`${platform.lms.base}/`)
    await page.getByRole('link', { name: `Launch ${activity.title} as ${role}`, exact: true }).click()
    const frame = (await (await page.locator('iframe[name=tool]').elementHandle())!.contentFrame())!
    await frame.waitForURL(/\/assignment\//)
    return { page, frame }
  }
  const heading = (frame: Frame, name: string) => frame.getByRole('heading', { name, exact: true }).waitFor()

  test('goes from the activity to its session, back, and on', async () => {
    const teacher = await launched('Teacher')
    await teacher.frame.getByRole('combobox', { name: 'Topic', exact: true }).fill('gravity')
    await teacher.page.keyboard.press('Escape')
    await teacher.frame.getByText('In groups').click()
    await teacher.frame.getByRole('button', { name: 'Set it up' }).click()
    await teacher.frame.getByRole('tab', { name: 'Groups' }).waitFor()

    const { page, frame } = await launched('Student 1')
    await frame.getByRole('button', { name: 'Start a group' }).click()
    await heading(frame, 'Getting together')
    await frame.getByRole('link', { name: 'Back to the activity' }).click()
    await heading(frame, 'Your group')
    await frame.getByRole('link', { name: 'Go on' }).click()
    await heading(frame, 'Getting together')
    await frame.locator('#main:focus').waitFor()
    await frame.getByRole('button', { name: 'Leave the group' }).click()
    await seen(frame, 'You have left the group').waitFor()
    await page.close()
  })
})

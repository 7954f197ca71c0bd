import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { describeInBrowser } from '../support/browser.js'
import { visit as enterAs, newTenant, pageCode } from '../support/classroom.js'
import { look } from '../support/look.js'
import { button, seen } from '../support/visit.js'
import { openSessionPages, type SessionPages, stage } from './session-pages.js'

describeInBrowser('a session of a course in the browser', () => {
  let pages: SessionPages
  beforeAll(async () => {
    pages = await openSessionPages()
  })
  afterEach(() => pages.leave())
  afterAll(() => pages?.close())

  test('a group starts and is joined, the teacher looks in, pauses the AI and lets a text through', async () => {
    const tenant = await newTenant(pages.service)
    const teacher = await enterAs(pages.service, { tenant, role: 'teacher', subject: 't', name: 'Ms Moss' })
    const mode = { kind: 'groups', size: 3 }
    await teacher.here('PUT', '/settings', { topic: 'Fractions', genres: ['trap', 'baroque'], gradeLevel: 5, mode })

    const launched = async (how: { role?: 'teacher'; subject: string; name: string }): Promise<Page> => {
      const { page } = await pages.visit()
      const { code, assignment } = await pageCode(pages.service, { tenant, ...how })
      await page.goto(`/assignment/${assignment}#code=${code}`)
      return page
    }
    const ada = await launched({ subject: 'a', name: 'Ada' })
    await button(ada, 'Start a group').click()
    await stage(ada, 'Getting together')
    const bob = await launched({ subject: 'b', name: 'Bob' })
    await button(bob, 'Join').waitFor()
    await look(bob, 'session-groups-student')
    await button(bob, 'Join').click()
    await stage(bob, 'Getting together')
    await seen(ada, 'Bob', { exact: true }).waitFor()
    await button(ada, 'Start with the hooks').click()
    await button(bob, /^Vote for:/)
      .first()
      .waitFor()
    await bob.getByRole('textbox', { name: 'A hook of your own' }).fill('kill yourself now')
    await button(bob, 'Put it up').click()
    await seen(bob, 'This waits for your teacher').waitFor()
    await look(bob, 'session-held-own')
    expect(await ada.getByText('kill yourself').count()).toBe(0)

    const moss = await launched({ role: 'teacher', subject: 't', name: 'Ms Moss' })
    await moss.getByRole('tab', { name: 'Groups' }).click()
    await seen(moss, '1 text waits for you').waitFor()
    await look(moss, 'session-groups-teacher')
    await moss.getByRole('link', { name: 'Look in' }).click()
    await seen(moss, 'You are looking in').waitFor()
    await look(moss, 'session-teacher-looks-in')
    // The first decision is the way in.
    await button(moss, 'Pause the AI').click()
    await seen(ada, 'Ms Moss').waitFor()
    await seen(ada, 'Your teacher has paused the AI').waitFor()
    await look(moss, 'session-teacher')
    await button(moss, 'Who did what').click()
    await seen(moss, /held for the teacher: “kill yourself now”/).waitFor()
    await seen(moss, 'You paused the AI').waitFor()
    await look(moss, 'session-who-did-what')
    await button(ada, 'Who did what').click()
    await seen(ada, 'was held for the teacher').waitFor()
    expect(await ada.getByText('kill yourself').count()).toBe(0)
    await button(moss, 'Let the AI go on').click()
    await button(moss, 'Keep it back: kill yourself now').click()
    await seen(bob, 'This waits for your teacher').waitFor({ state: 'detached' })
    await button(bob, 'Leave the group').click()
    await seen(bob, 'You have left the group').waitFor()
    await button(moss, 'End the session').click()
    await button(moss, 'End it for all of us').click()
    await stage(ada, 'Ended')
    await look(ada, 'session-ended')
  })
})

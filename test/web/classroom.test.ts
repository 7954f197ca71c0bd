import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { notePassback } from '../../src/classroom/note-passback.js'
import { readPassback } from '../../src/classroom/read-passback.js'
import { lazyCompute } from '../../src/main/lazy-compute.js'
import { type Served, serve } from '../http/serve.js'
import { describeInBrowser, openBrowser } from '../support/browser.js'
import { handIn, newTenant, pageCode, visit, waitingJobs } from '../support/classroom.js'
import { look } from '../support/look.js'
import { button, focused, visit as openTab, seen, type Visit } from '../support/visit.js'
import { choose, chooseByKeys, sheetDrawn } from './studio-steps.js'

type Launch = Omit<Parameters<typeof pageCode>[1], 'tenant'>

describeInBrowser('the first classroom in a browser', () => {
  let service: Served
  let browser: Browser
  let tenant: string
  const tabs: Visit[] = []

  beforeAll(async () => {
    // The embedded composer: what is looked at here is a song to hear and to read.
    service = await serve({ model: undefined as never, compute: lazyCompute })
    tenant = await newTenant(service)
    browser = await openBrowser()
  })
  afterEach(async () => {
    for (const tab of tabs.splice(0)) await tab.leave()
  })
  afterAll(async () => {
    await browser?.close()
    await service?.close()
  })

  async function newTab(): Promise<Page> {
    const tab = await openTab(browser, service.url, { calm: true })
    tabs.push(tab)
    return tab.page
  }

  /** As a platform's launch ends: at a page whose address holds a code for it. */
  async function launch(page: Page, how: Launch, path = (assignment: string | null) => `/assignment/${assignment}`) {
    const entered = await pageCode(service, { tenant, ...how })
    await page.goto(`${path(entered.assignment)}#code=${entered.code}`)
    return entered
  }

  const libraryHere = (page: Page) => seen(page, /^Pick one of the \d+ in the list/).waitFor()
  const visitor = (how: Parameters<typeof visit>[1]) => visit(service, how)

  test('a teacher sets up, a student makes and hands in, the teacher grades, the student sees why', async () => {
    const teacher = await newTab()
    await launch(teacher, { role: 'teacher', subject: 't', name: 'Teacher' })
    await button(teacher, 'Set it up').waitFor()
    expect(teacher.url()).not.toContain('code')
    await libraryHere(teacher)
    await look(teacher, 'classroom-set-up-empty')
    await button(teacher, 'Set it up').click()
    await seen(teacher, 'What should the song be about?').waitFor()
    await focused(teacher.getByRole('combobox', { name: 'Topic', exact: true }))
    await choose(teacher, 'Topic', 'photosyn')
    await seen(teacher, 'Filled in from the library: Photosynthesis').waitFor()
    await look(teacher, 'classroom-set-up-filled')
    await button(teacher, 'Set it up').click()
    await seen(teacher, 'Nobody is here yet').waitFor()

    const student = await newTab()
    await launch(student, { subject: 'a', name: 'Ada' })
    await student.getByRole('heading', { name: 'What to do' }).waitFor()
    await look(student, 'classroom-student-begin')
    await choose(student, 'First kind of music', 'trap')
    await choose(student, 'Second kind of music', 'baroq')
    await button(student, 'Make the song').click()
    await button(student, 'Hand this song in').waitFor()
    await sheetDrawn(student)
    await look(student, 'classroom-student-song')
    await button(student, 'Hand this song in').click()
    await seen(student, /^Handed in:/).waitFor()

    await pageCode(service, { tenant, subject: 'b' })
    await teacher.reload()
    await button(teacher, 'Listen and grade: Ada').waitFor()
    await look(teacher, 'classroom-class')
    await button(teacher, 'Listen and grade: Ada').click()
    await teacher.getByRole('heading', { name: /^Suggested/ }).waitFor()
    await sheetDrawn(teacher)
    await button(teacher, /^Take the suggested/).click()
    await teacher.getByRole('textbox', { name: 'Comment for the student' }).fill('A hook that stays.')
    await button(teacher, 'Give the grade').click()
    await seen(teacher, 'On its way', { exact: true }).waitFor()
    await look(teacher, 'classroom-work-graded')
    await button(teacher, 'Back to the class').click()
    await button(teacher, 'Open: Ada').waitFor()
    await focused(teacher.getByRole('heading', { level: 1 }))

    await student.reload()
    await student.getByRole('heading', { name: 'Your grade' }).waitFor()
    await button(student, /What was asked/).click()
    await look(student, 'classroom-student-graded')
    expect(tabs.flatMap(({ complaints }) => complaints)).toEqual([])
  })

  test('inside the course, a set-up goes back to the platform as a real form; by keyboard alone', async () => {
    const page = await newTab()
    let sent = ''
    await page.route('**/lti/deep-link', async (route) => {
      sent = route.request().postData() ?? ''
      await route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Back</title><h1>Back</h1>' })
    })
    const how = { role: 'teacher', subject: 't3', link: null } as const
    const entered = await launch(page, how, () => '/setup/00000000-0000-4000-8000-000000000002')
    expect(entered.assignment).toBeNull()
    await libraryHere(page)
    await page.getByRole('combobox', { name: 'Topic' }).focus()
    await chooseByKeys(page, 'fractio')
    await seen(page, 'Filled in from the library: Fractions').waitFor()
    await look(page, 'classroom-set-up-in-course')
    await page.getByRole('textbox', { name: 'Points' }).fill('12,5')
    await button(page, 'Put it into the course').press('Enter')
    await page.getByRole('heading', { name: 'Back' }).waitFor()
    const form = new URLSearchParams(sent)
    expect(form.get('session')?.split('.')).toHaveLength(3)
    expect(JSON.parse(String(form.get('items')))).toEqual([
      { setup: expect.any(String), title: 'A song about Fractions', points: 12.5 },
    ])
  })

  test('a review opens the one student’s work; an assistant sees it all and is offered no grade', async () => {
    const link = 'l-review'
    const teacher = await visitor({ tenant, role: 'teacher', subject: 't', link })
    await teacher.here('PUT', '/settings', { topic: 'Fractions', genres: ['trap', 'baroque'] })
    await handIn(await visitor({ tenant, subject: 'a', name: 'Ada', link }))
    const page = await newTab()
    await launch(page, { role: 'assistant', subject: 'ta', link, about: 'a' }, () => '/review/any')
    await page.getByRole('heading', { name: 'Ada' }).waitFor()
    await page.getByRole('heading', { name: /^Suggested/ }).waitFor()
    expect(await button(page, 'Give the grade').count()).toBe(0)
    await sheetDrawn(page)
    await look(page, 'classroom-review-assistant')
    await page.getByRole('link', { name: 'The whole class' }).click()
    await button(page, 'Listen and grade: Ada').waitFor()
  })

  test('what stuck on its way to the gradebook says why, and is sent again', async () => {
    const link = 'l-stuck'
    const teacher = await visitor({ tenant, role: 'teacher', subject: 't', link })
    await teacher.here('PUT', '/settings', { topic: 'Fractions', genres: ['trap', 'baroque'] })
    const ada = await visitor({ tenant, subject: 'a', name: 'Ada', link })
    await handIn(ada)
    await teacher.here('PUT', `/grades/${ada.person}`, { points: 8 })
    const reason = 'The grade is locked in the gradebook. Unlock it there, then send it again.'
    for (const { payload } of await waitingJobs(service, 'passback.send')) {
      const row = await readPassback(service.ctx, payload as { tenant: string; passback: string })
      if (row?.resourceLinkId === link)
        await notePassback(service.ctx, tenant, row, { state: 'needs attention', reason })
    }
    const page = await newTab()
    await launch(page, { role: 'teacher', subject: 't', link })
    await seen(page, '1 grade did not get into the gradebook').waitFor()
    await look(page, 'classroom-class-stuck')
    await button(page, 'Open: Ada').click()
    await seen(page, reason).waitFor()
    await button(page, 'Send it again').click()
    await seen(page, 'On its way', { exact: true }).waitFor()
  })

  test('a page that is over says so kindly; a second person in another tab changes nothing of the first', async () => {
    const link = 'l-two'
    const [first, second] = [await newTab(), await newTab()]
    const { code, assignment } = await launch(first, { subject: 'a', name: 'Ada', link })
    await seen(first, 'you are here as a student').waitFor()
    await launch(second, { role: 'teacher', subject: 't', link })
    await seen(second, 'you are here as a teacher').waitFor()
    await first.reload()
    await seen(first, 'you are here as a student').waitFor()

    const late = await newTab()
    await late.goto(`/assignment/${assignment}#code=${code}`)
    await seen(late, 'Open this page again from your course').waitFor()
    expect(late.url()).not.toContain('code')
    await look(late, 'classroom-over')
    const uninvited = await newTab()
    await uninvited.goto(`/assignment/${assignment}`)
    await seen(uninvited, 'Open this page again from your course').waitFor()
  })
})

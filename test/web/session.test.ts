import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { describeInBrowser } from '../support/browser.js'
import { look } from '../support/look.js'
import { button, focused, seen } from '../support/visit.js'
import { openSessionPages, type SessionPages, stage } from './session-pages.js'
import { choose, libraryHere, sheetDrawn } from './studio-steps.js'

describeInBrowser('a session in the browser', () => {
  let pages: SessionPages
  beforeAll(async () => {
    pages = await openSessionPages()
  })
  afterEach(() => pages.leave())
  afterAll(() => pages?.close())

  /** The AI is asked for other words for the second line. */
  async function offer(page: Page): Promise<void> {
    await button(page, /^Change:/)
      .nth(0)
      .click()
    await button(page, 'Ask the AI for other words').click()
    await button(page, 'Suggest another').click()
    await button(page, /^Take it:/).waitFor()
    await look(page, 'session-lyrics-offered')
    await button(page, 'Put it away').click()
  }

  /** Two write at one line: the second is shown both texts, and loses none. */
  async function overtaken(first: Page, second: Page): Promise<void> {
    const words = () => second.getByRole('textbox', { name: 'Your words for this line' })
    await button(second, /^Change:/)
      .nth(3)
      .click()
    await words().fill('What I was writing all along')
    await seen(first, 'Singer 2 is writing …').waitFor()
    await button(first, /^Change:/)
      .nth(3)
      .click()
    const quicker = first.getByRole('textbox', { name: 'Your words for this line' })
    await quicker.fill('Somebody was quicker here')
    await quicker.press('Enter')
    await seen(second, 'This line has changed while you wrote').waitFor()
    expect(await words().inputValue()).toBe('What I was writing all along')
    await look(second, 'session-lyrics-overtaken')
    await button(second, 'Go on with mine').click()
    await button(second, 'Put it in').click()
    await seen(first, 'What I was writing all along').waitFor()
  }

  test('two side by side, from the lobby to the song that is handed in', async () => {
    const host = await pages.visit()
    const friend = await pages.visit({ width: 390 })
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
    await look(two, 'session-invited')
    await button(two, 'Join the group').click()
    await stage(two, 'Getting together')
    await seen(one, 'Singer 2', { exact: true }).waitFor()
    await choose(one, 'What is it about?', 'photosyn')
    await seen(two, 'Photosynthesis', { exact: true }).waitFor()
    await look(one, 'session-lobby-host')
    await look(two, 'session-lobby-member')
    await button(one, 'Start with the hooks').click()

    await stage(two, 'The hook')
    await button(two, /^Vote for:/)
      .first()
      .waitFor()
    // A hook of one's own, and a vote, with the keyboard alone.
    const hook = two.getByRole('textbox', { name: 'A hook of your own' })
    await hook.pressSequentially('Sunlight is the song I eat')
    await hook.press('Enter')
    await seen(one, '“Sunlight is the song I eat”').waitFor()
    await button(one, 'Vote for: Sunlight is the song I eat').press('Space')
    await button(one, 'Your vote: Sunlight is the song I eat').waitFor()
    await seen(two, '1 of 2 have voted.').waitFor()
    await look(one, 'session-hooks')
    await look(two, 'session-hooks-member')
    await button(two, 'Vote for: Sunlight is the song I eat').click()

    await stage(one, 'The words')
    await stage(two, 'The words')
    await button(one, /^Change:/)
      .first()
      .press('Enter')
    await focused(one.getByRole('textbox', { name: 'Your words for this line' }))
    await one.keyboard.press('Control+a')
    await one.keyboard.type('Sunlight falls on my green leaf')
    await seen(one, /^7 syllables, room/).waitFor()
    await look(one, 'session-lyrics-writing')
    await look(two, 'session-lyrics-watching')
    await one.keyboard.press('Enter')
    await seen(two, 'Sunlight falls on my green leaf').waitFor()
    await button(one, 'Lock: Sunlight falls on my green leaf').click()
    await button(two, 'Change: Sunlight falls on my green leaf').waitFor({ state: 'detached' })

    await offer(two)
    await look(one, 'session-lyrics-offer')
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
    await look(one, 'session-arranging')
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
    await seen(one, 'The leaf sings now. I wrote the hook.').waitFor()
    await look(one, 'session-review')
    await button(one, 'Hand it in together').click()
    await one.getByRole('dialog').waitFor()
    await look(one, 'session-handing-in', { within: '[role=dialog]' })
    await button(one, 'Hand it in').click()
    await stage(two, 'Done')
    await sheetDrawn(two)
    await look(two, 'session-finished')
    // The one before joining, by which the page found out that it is not in the session yet.
    const notYet = expect.stringContaining('404')
    expect([host.complaints, friend.complaints]).toEqual([[], [notYet]])
  })
})

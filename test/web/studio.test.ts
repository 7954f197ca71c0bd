import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { describeInBrowser, keepFigures, openBrowser } from '../support/browser.js'
import { button, focused, type Visit, visit } from '../support/visit.js'
import { openStudioService, type StudioService } from './studio-service.js'
import {
  beat,
  choose,
  chooseByKeys,
  field,
  fillForm,
  holds,
  type Kept,
  keptIn,
  libraryHere,
  makeSong,
  openFilled,
  openSong,
  sheetDrawn,
  songTitle,
  type,
  untilBeat,
  untilItSounds,
  untilSilent,
} from './studio-steps.js'

describeInBrowser('the studio', () => {
  let service: StudioService
  let browser: Browser
  let here: Visit
  let page: Page
  /** A tab in which the form was filled in. */
  let filled: Kept

  beforeAll(async () => {
    ;[service, browser] = await Promise.all([openStudioService(), openBrowser()])
    const first = await visit(browser, service.url)
    await first.page.goto('/')
    await fillForm(first.page)
    filled = await keptIn(first.page)
    await first.leave()
  })
  afterAll(async () => {
    await browser?.close()
    await service?.close()
  })
  beforeEach(async () => {
    here = await visit(browser, service.url)
    page = here.page
  })
  afterEach(() => here.leave())

  test('makes a song from the form and plays it', async () => {
    const figures: Record<string, number> = {}
    const measure = async (name: string, work: () => Promise<unknown>) => {
      const began = performance.now()
      await work()
      figures[name] = Math.round(performance.now() - began)
    }
    // The first song of a process loads what the composer knows; what is measured is the second.
    await openSong(page)

    await measure('usableMs', async () => {
      await page.goto('/')
      await field(page, 'First kind of music').waitFor()
    })
    await fillForm(page)
    await measure('songOnPageMs', async () => {
      await makeSong(page)
      await songTitle(page)
    })
    await measure('sheetDrawnMs', () => sheetDrawn(page))
    await page.getByRole('region', { name: 'Player' }).waitFor()
    await measure('soundsMs', async () => {
      await button(page, 'Play').click()
      await untilItSounds(page)
    })
    keepFigures('studio-figures', figures)

    await untilBeat(page, 4.5)
    await page.locator('.bar-sounding:not([data-bar="1"])').waitFor()
    await button(page, 'Pause').click()
    const paused = await beat(page)
    await button(page, 'Play').click()
    await untilBeat(page, paused + 1)
    expect(here.complaints).toEqual([])
  })

  test('seeks, changes tempo, and mutes and solos layers while it plays', async () => {
    await openSong(page)
    await button(page, 'Play').click()
    await untilItSounds(page)
    const place = page.getByRole('slider', { name: 'Place in the song' })
    await place.focus()
    await page.keyboard.press('End')
    await untilBeat(page, 100)
    await place.and(page.locator('[aria-valuetext^="bar "][aria-valuetext$=", Outro"]')).waitFor()
    await page.keyboard.press('Home')
    await button(page, 'Mixer').click()
    const tempo = page.getByRole('slider', { name: 'Tempo' })
    await tempo.focus()
    await page.keyboard.press('Home')
    await tempo.and(page.locator('[aria-valuetext^="60%"]')).waitFor()
    for (const layer of ['melody', 'chords', 'bass', 'drums']) await button(page, `Mute ${layer}`).click()
    await untilSilent(page)
    await button(page, 'Solo drums').click()
    await untilItSounds(page)
    expect(here.complaints).toEqual([])
  })

  test('lets genres be heard before they are chosen', async () => {
    await page.goto('/')
    await button(page, /^Find them by ear/).click()
    await page.getByRole('tab', { name: 'Caribbean' }).click()
    await button(page, 'Listen to Reggae').click()
    await button(page, 'Stop Reggae').waitFor()
    await button(page, 'Pick Reggae').click()
    await holds(field(page, 'First kind of music'), 'Reggae')
    await choose(page, 'Second kind of music', 'nigerian afrobeat')
    await holds(field(page, 'Second kind of music'), 'Afrobeat')
    expect(here.complaints).toEqual([])
  })

  test('says what is missing beside its field, and goes to the first', async () => {
    await page.goto('/')
    await makeSong(page)
    const about = field(page, 'A topic from school')
    await focused(about)
    const described = (await about.getAttribute('aria-describedby')) ?? ''
    const told = await page.evaluate<string>(
      `'${described}'.split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' ')`,
    )
    expect(told).toContain('What should the song be about?')
  })

  test('takes a kind of music at its word, by Enter and by going on', async () => {
    const [first, second] = [field(page, 'First kind of music'), field(page, 'Second kind of music')]
    await page.goto('/')
    await libraryHere(page)
    await type(page, 'First kind of music', 'rock')
    await first.press('Enter')
    await page.getByRole('button', { name: 'Listen to Rock', exact: true }).waitFor()
    await type(page, 'Second kind of music', 'flamen')
    // Beside everything: what is behind an open list has no name for anybody.
    await page.mouse.click(4, 400)
    await page.getByRole('button', { name: 'Listen to Flamenco', exact: true }).waitFor()
    expect([await first.inputValue(), await second.inputValue()]).toEqual(['Rock', 'Flamenco'])
    // What nobody can tell apart is put back to what was chosen.
    await second.fill('zz')
    await page.mouse.click(4, 400)
    await holds(second, 'Flamenco')
  })

  test('leads to the facts it needs, and makes the song of them', async () => {
    await openFilled(page, filled)
    await field(page, 'A topic from school').fill('my dog Bello')
    await makeSong(page)
    const facts = page.getByRole('textbox', { name: 'Facts the song should sing' })
    await focused(facts)
    await page.getByRole('alert').getByText('Tell us three things about it first').first().waitFor()
    await facts.fill('Dogs can smell fear.\nA dog wags its tail when it is glad.\nDogs help people who cannot see.')
    await makeSong(page)
    expect(await songTitle(page)).not.toBe('')
    await button(page, 'Change the wishes').click()
    expect(await page.evaluate(() => scrollY)).toBe(0)
    await holds(field(page, 'A topic from school'), 'my dog Bello')
  })

  test('keeps what was written when the service refuses, and over a reload', async () => {
    await openFilled(page, filled)
    await field(page, 'A topic from school').fill('how to build a bomb at home')
    await makeSong(page)
    await page.getByRole('alert').waitFor()
    await page.getByRole('alert').getByText('Not this one').first().waitFor()
    await page.reload()
    await holds(field(page, 'A topic from school'), 'how to build a bomb at home')
    await page.locator('.genre-slot-chosen').nth(1).waitFor()
    await holds(field(page, 'Second kind of music'), 'Baroque')
  })

  test('says kindly that nothing answers, and makes the song once it does', async () => {
    await openFilled(page, filled)
    await page.route('**/api/v1/mashup', (route) => route.abort('connectionrefused'))
    await makeSong(page)
    await page.getByRole('alert').getByText('The studio is not answering').first().waitFor()
    await page.unroute('**/api/v1/mashup')
    await button(page, 'Try again').click()
    expect(await songTitle(page)).not.toBe('')
    await page.goBack()
    await holds(field(page, 'A topic from school'), 'Photosynthesis')
  })

  test('is stopped by its button', async () => {
    await openFilled(page, filled)
    // A service that thinks for as long as somebody waits.
    await page.route('**/api/v1/mashup', () => {})
    await makeSong(page)
    await button(page, 'Stop making it').click()
    await page.getByRole('alert').getByText('Stopped').first().waitFor()
  })

  test('makes another of the same wishes, and keeps the one there is when that is stopped', async () => {
    const title = await openSong(page)
    const first = page.url()
    await page.route('**/api/v1/mashup', () => {})
    await button(page, 'Again with another seed').click()
    await button(page, 'Stop making it').click()
    expect(await songTitle(page)).toBe(title)
    await page.unrouteAll()
    await button(page, 'Again with another seed').click()
    await page.waitForURL((url) => url.href !== first)
    expect(await songTitle(page)).not.toBe('')
  })

  test('makes the song with another of its hooks, and asks for just that again when it was stopped', async () => {
    await openSong(page)
    const first = page.url()
    const other = page.getByRole('button', { name: /^Sing this one/ }).first()
    const hook = ((await other.getAttribute('aria-label')) ?? '').replace('Sing this one: ', '')
    await page.route('**/api/v1/mashup', () => {})
    await other.click()
    await button(page, 'Stop making it').click()
    await page.getByRole('alert').getByText('Stopped').first().waitFor()
    await page.unrouteAll()
    const asked = page.waitForRequest((request) => request.method() === 'POST')
    await button(page, 'Try again').click()
    expect((await asked).postDataJSON()).toMatchObject({ hook })
    await page.waitForURL((url) => url.href !== first)
    await songTitle(page)
    const sung = page.getByRole('tabpanel').getByText(hook, { exact: true })
    await sung.nth(1).waitFor()
    expect(await page.getByText(`“${hook}”`).count()).toBe(0)
    expect(here.complaints.filter((complaint) => !/ERR_FAILED|ERR_ABORTED/.test(complaint))).toEqual([])
  })

  test('moves to the title of a song that was asked for, and takes nobody along who only opens one', async () => {
    await openFilled(page, filled)
    await makeSong(page)
    await songTitle(page)
    await page.waitForFunction(() => document.activeElement?.id === 'song-title')
    // Asked for with a mouse: nobody needs to be shown where they are.
    expect(await page.locator('#song-title').evaluate((title) => title.matches(':focus-visible'))).toBe(false)
    await page.reload()
    await songTitle(page)
    await sheetDrawn(page)
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true)
  })

  test('draws the sheet in lines that a phone has room for, and in longer ones when it is turned', async () => {
    const sheet = page.locator('.sheet-paper')
    const aside = () => sheet.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)
    const barsOnFirstLines = () =>
      sheet.evaluate((paper) =>
        [...paper.querySelectorAll('.system')].map((line) => line.querySelectorAll('.bar').length),
      )
    await page.setViewportSize({ width: 320, height: 700 })
    await openSong(page)
    await sheetDrawn(page)
    expect(await aside()).toBeLessThanOrEqual(0)
    expect(Math.max(...(await barsOnFirstLines()))).toBeLessThanOrEqual(2)
    await page.setViewportSize({ width: 900, height: 400 })
    await page.waitForFunction(
      () => (document.querySelectorAll('.system')[1]?.querySelectorAll('.bar').length ?? 0) > 2,
    )
    expect(await aside()).toBeLessThanOrEqual(0)
    expect(here.complaints).toEqual([])
  })

  test('hands its files out under the name of the song', async () => {
    const title = await openSong(page)
    for (const [link, extension] of [
      ['Notes for music programs MIDI', 'mid'],
      ['Words Text', 'txt'],
    ]) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: link! }).click(),
      ])
      expect(download.suggestedFilename()).toBe(
        `${title.replace(/[\\/:*?"<>|]+/g, ' ').replace(/[. ]+$/, '')}.${extension}`,
      )
    }
  })

  test('opens a song by its link, and says so where there is none', async () => {
    const title = await openSong(page)
    await page.reload()
    expect(await songTitle(page)).toBe(title)
    await button(page, 'Change the wishes').click()
    await page.locator('.genre-slot-chosen').nth(1).waitFor()
    await holds(field(page, 'A topic from school'), 'Photosynthesis')
    await page.goto('/song/00000000-0000-4000-8000-000000000000')
    await page.getByRole('alert').getByText('There is no such song here').first().waitFor()
  })

  test('opens a song that somebody shared, with its sheet and its files', async () => {
    const title = await openSong(page)
    const asked = page.waitForResponse((response) => response.url().endsWith('/share'))
    await button(page, 'Copy a link to it').click()
    const { pathname, hash } = new URL(((await (await asked).json()) as { link: string }).link)

    const other = await visit(browser, service.url)
    try {
      await other.page.goto(pathname)
      await other.page.getByRole('alert').getByText('There is no such song here').first().waitFor()
      await other.page.goto(pathname + hash)
      expect(await songTitle(other.page)).toBe(title)
      await sheetDrawn(other.page)
      const [download] = await Promise.all([
        other.page.waitForEvent('download'),
        other.page.getByRole('link', { name: 'Words Text' }).click(),
      ])
      expect(download.suggestedFilename()).toMatch(/\.txt$/)
      expect(new URL(other.page.url()).hash).toBe(hash)
    } finally {
      await other.leave()
    }
  })

  test('is used from the form to the sound with a keyboard alone', async () => {
    const press = (key: string) => page.keyboard.press(key)
    const tabTo = async (name: string, role: 'combobox' | 'button' | 'slider' | 'tab') => {
      for (let step = 0; step < 60; step++) {
        await press('Tab')
        const there = page.getByRole(role, { name, exact: true }).and(page.locator(':focus'))
        if ((await there.count()) > 0) return
      }
      throw new Error(`${name} is not reached by Tab`)
    }
    // A list closes when the page scrolls: here it has no need to.
    await page.setViewportSize({ width: 1280, height: 2_400 })
    await page.goto('/')
    await libraryHere(page)
    await tabTo('A topic from school', 'combobox')
    await chooseByKeys(page, 'volcan')
    await holds(field(page, 'A topic from school'), 'Volcanoes and Earthquakes')
    for (const [name, typed] of [
      ['First kind of music', 'samba'],
      ['Second kind of music', 'klezm'],
    ]) {
      await tabTo(name!, 'combobox')
      await chooseByKeys(page, typed!)
    }
    await tabTo('Make the song', 'button')
    await press('Enter')
    await songTitle(page)
    await page.waitForFunction(() => document.activeElement?.id === 'song-title')
    await tabTo('Words', 'tab')
    await press('ArrowRight')
    await page.getByRole('tab', { name: 'How the music works', selected: true }).waitFor()
    await tabTo('Play', 'button')
    await press('Space')
    await untilItSounds(page)
    await tabTo('Place in the song', 'slider')
    await press('ArrowRight')
    await untilBeat(page, 4)
    expect(here.complaints).toEqual([])
  })
})

import type { Locator, Page } from 'playwright-core'
import { patienceMs } from '../support/browser.js'
import { button, seen } from '../support/visit.js'

/** What a person does in the studio, by the names that they and screen readers know things by. */
export const field = (page: Page, name: string): Locator => page.getByRole('combobox', { name, exact: true })

/** Resolves once what was done to a page is drawn, and it has nothing more to do for it. */
const drawn = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((done) => requestAnimationFrame(() => requestIdleCallback(() => done(), { timeout: 1_000 }))),
  )

/** Resolves once the list under a field shows what fits, and has been drawn: until then it forgets which one a key chose. */
async function listSettled(page: Page): Promise<void> {
  await page.getByRole('option').first().waitFor()
  await drawn(page)
}

/** Resolves once the list shows what fits what is typed. */
export async function type(page: Page, name: string, typed: string): Promise<void> {
  // A list closes when the page scrolls, as it may to bring the field into view.
  await field(page, name).focus()
  await drawn(page)
  await field(page, name).fill(typed)
  await listSettled(page)
}

/** Types and takes the first that fits, with a click such as assistive technologies make, which scrolls nothing. */
export async function choose(page: Page, name: string, typed: string): Promise<void> {
  await type(page, name, typed)
  await page
    .getByRole('option')
    .first()
    .evaluate((option: HTMLElement) => option.click())
  await page.getByRole('listbox').waitFor({ state: 'detached' })
}

/** The same with keys alone, in the field that has the keyboard: typed, gone down to the first that fits, and taken. */
export async function chooseByKeys(page: Page, typed: string): Promise<void> {
  await drawn(page)
  await page.keyboard.type(typed)
  await listSettled(page)
  const pointed = page.locator('[aria-activedescendant]:focus')
  // A list that is drawn anew points at nothing: who sees that goes down once more.
  for (const end = Date.now() + patienceMs; (await pointed.count()) === 0; await drawn(page)) {
    if (Date.now() > end) throw new Error(`nothing is pointed at in the list for “${typed}”`)
    await page.keyboard.press('ArrowDown')
    await drawn(page)
  }
  await page.keyboard.press('Enter')
  await page.getByRole('listbox').waitFor({ state: 'detached' })
}

/** Resolves once the library has come, without which there is nothing to choose from. */
export async function libraryHere(page: Page): Promise<void> {
  await seen(page, /^Pick one of the \d+ in the list/).waitFor()
  await button(page, /^Find them by ear/).waitFor()
}

/** The form filled in: photosynthesis, trap and baroque. */
export async function fillForm(page: Page): Promise<void> {
  await libraryHere(page)
  await choose(page, 'A topic from school', 'photosyn')
  await choose(page, 'First kind of music', 'trap')
  await choose(page, 'Second kind of music', 'baroq')
}

/** The form as `fillForm` leaves it, in a tab that kept it. */
export async function openFilled(page: Page, kept: Kept): Promise<void> {
  await page.goto('/health')
  await page.evaluate((kept) => {
    for (const [key, value] of kept) sessionStorage.setItem(key, value)
  }, kept)
  await page.goto('/')
  await page.locator('.genre-slot-chosen').nth(1).waitFor()
}

export type Kept = [key: string, value: string][]
/** What a tab keeps over a reload. */
export const keptIn = (page: Page): Promise<Kept> => page.evaluate(() => Object.entries(sessionStorage))

/** A song that was made through the API, opened where it is to be read; its title. */
export async function openSong(page: Page): Promise<string> {
  const wish = { prompt: 'trap x baroque about photosynthesis', topic: 'Photosynthesis', genres: ['trap', 'baroque'] }
  const made = await page.request.post('/api/v1/mashup', { data: wish })
  const { id } = (await made.json()) as { id: string }
  await page.goto(`/song/${id}`)
  return await songTitle(page)
}

/** Resolves once a field holds what it should. */
export async function holds(where: Locator, value: string): Promise<void> {
  for (const end = Date.now() + patienceMs; (await where.inputValue()) !== value; await drawn(where.page()))
    if (Date.now() > end) throw new Error(`it holds “${await where.inputValue()}”, not “${value}”`)
}

export const makeSong = (page: Page): Promise<void> => button(page, 'Make the song').click()

/** The title of the song that stands on the page. */
export async function songTitle(page: Page): Promise<string> {
  await page.locator('#song-title').waitFor()
  return (await page.locator('#song-title').textContent()) ?? ''
}

export const sheetDrawn = (page: Page): Promise<void> => page.locator('.sheet-paper [data-bar="1"]').waitFor()

export const beat = async (page: Page): Promise<number> =>
  Number(await page.locator('.player-level').getAttribute('data-beat'))

type Heard = { level: number; beat: number }

/** Resolves once what sounds is as wanted. Functions alone are handed over: the CSP lets no text become a program. */
const untilHeard = async (page: Page, least: Partial<Heard>, most: Partial<Heard> = {}): Promise<void> => {
  await page.waitForFunction(
    ([least, most]) => {
      const { level, beat } = document.querySelector<HTMLElement>('.player-level')?.dataset ?? {}
      const heard = { level: Number(level), beat: Number(beat) }
      return (
        heard.level > (least?.level ?? -1) &&
        heard.beat > (least?.beat ?? -1) &&
        heard.level < (most?.level ?? Number.POSITIVE_INFINITY)
      )
    },
    [least, most] as const,
  )
}
export const untilItSounds = (page: Page) => untilHeard(page, { level: 0.002 })
export const untilSilent = (page: Page) => untilHeard(page, {}, { level: 0.001 })
/** Resolves once it plays beyond a beat. */
export const untilBeat = (page: Page, past: number) => untilHeard(page, { beat: past })

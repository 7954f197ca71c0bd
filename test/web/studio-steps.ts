import type { Locator, Page } from 'playwright-core'

/** What a person does in the studio, by the names that they and screen readers know things by. */
export const field = (page: Page, name: string): Locator => page.getByRole('combobox', { name, exact: true })
export const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: typeof name === 'string' })

export async function choose(page: Page, name: string, typed: string, option: string): Promise<void> {
  await field(page, name).fill(typed)
  await page
    .getByRole('option', { name: new RegExp(`^${option}`) })
    .first()
    .click()
  await page.getByRole('listbox').waitFor({ state: 'detached' })
}

/** The form filled in: photosynthesis, trap and baroque. */
export async function fillForm(page: Page): Promise<void> {
  await choose(page, 'A topic from school', 'photosyn', 'Photosynthesis')
  await choose(page, 'First kind of music', 'trap', 'Trap')
  await choose(page, 'Second kind of music', 'baroq', 'Baroque')
}

export const makeSong = (page: Page): Promise<void> => button(page, 'Make the song').click()

/** The title of the song that stands on the page. */
export async function songTitle(page: Page): Promise<string> {
  await page.locator('#song-title').waitFor()
  return (await page.locator('#song-title').textContent()) ?? ''
}

export const sheetDrawn = (page: Page): Promise<void> => page.locator('.sheet-paper [data-bar="1"]').waitFor()

const heard = '.player-level'
export const beat = async (page: Page): Promise<number> => Number(await page.locator(heard).getAttribute('data-beat'))

/** Resolves once something sounds. */
export const untilItSounds = async (page: Page): Promise<void> => {
  await page.waitForFunction(`Number(document.querySelector('${heard}').dataset.level) > 0.002`)
}
/** Resolves once it plays beyond a beat. */
export const untilBeat = async (page: Page, past: number): Promise<void> => {
  await page.waitForFunction(`Number(document.querySelector('${heard}').dataset.beat) > ${past}`)
}

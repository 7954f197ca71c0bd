import type { Browser, BrowserContext, Frame, Locator, Page } from 'playwright-core'
import { patienceMs } from './browser.js'

export interface Visit {
  page: Page
  context: BrowserContext
  /** What the page complained of: errors, CSP, files that did not come. */
  complaints: string[]
  /** Goes, and leaves the window behind as if nobody had been there. */
  leave(): Promise<void>
}

export interface VisitOptions {
  width?: number
  height?: number
  dark?: boolean
  calm?: boolean
}

interface Window {
  baseURL: string
  page: Page
  complaints: string[]
}

/** Windows that were left: the first page in a new one costs three times as much as in one that is warm. */
const left = new WeakMap<Browser, Window[]>()

/** A person of their own with a window: no cookies, nothing stored. */
export async function visit(
  browser: Browser,
  baseURL: string,
  { width = 1280, height = 800, dark = false, calm = false }: VisitOptions = {},
): Promise<Visit> {
  const spare = left.get(browser) ?? []
  left.set(browser, spare)
  const at = spare.findIndex((window) => window.baseURL === baseURL)
  const [window = await newWindow(browser, baseURL)] = at < 0 ? [] : spare.splice(at, 1)
  const { page, complaints } = window
  complaints.splice(0)
  await page.setViewportSize({ width, height })
  await page.emulateMedia({
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: calm ? 'reduce' : 'no-preference',
    forcedColors: 'none',
  })
  return {
    page,
    context: page.context(),
    complaints,
    leave: () =>
      clear(page).then(
        () => void spare.push(window),
        // Closed, or its service is: of no use to anybody else.
        () => page.context().close(),
      ),
  }
}

/** Nothing is intercepted, stored or allowed any more. */
async function clear(page: Page): Promise<void> {
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  // A page of the service's without a script: what was stored belongs to its origin.
  await page.goto('/health')
  await page.evaluate('sessionStorage.clear(), localStorage.clear()')
  await page.context().clearCookies()
  await page.context().clearPermissions()
}

async function newWindow(browser: Browser, baseURL: string): Promise<Window> {
  const context = await browser.newContext({ baseURL })
  const page = await context.newPage()
  page.setDefaultTimeout(patienceMs)
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  return { baseURL, page, complaints }
}

/** What is said to screen readers alone whenever something happens: the same words often stand on the page too. */
const announced = '[role=status].visually-hidden, [role=status].visually-hidden *, [data-live-announcer] *'

/** Text that stands on the page for the eye, the first of it: a line comes back in each chorus. */
export const seen = (where: Page | Frame | Locator, text: string | RegExp, { exact = false } = {}): Locator =>
  where
    .getByText(text, { exact })
    .and(where.locator(`:not(${announced})`))
    .filter({ visible: true })
    .first()

/** A button by the name that people and screen readers know it by. */
export const button = (where: Page | Frame | Locator, name: string | RegExp): Locator =>
  where.getByRole('button', { name, exact: typeof name === 'string' })

/** Resolves once the keyboard is there. */
export const focused = (where: Locator): Promise<void> => where.and(where.page().locator(':focus')).waitFor()

/** What is said to screen readers when something has happened. */
export const told = (where: Page | Frame, text: string): Locator =>
  where.getByRole('status').filter({ hasText: text }).first()

import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe } from '@jest/globals'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

/** Debian's, and where others put it. */
const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const executablePath = places.find((place) => existsSync(place))
const root = fileURLToPath(new URL('../..', import.meta.url))
const arePagesBuilt = existsSync(join(root, 'dist/web/index.html'))

const lacking = [
  !executablePath && `no browser (${places[0]})`,
  !arePagesBuilt && 'no pages in dist/web (npm run build)',
]
const why = lacking.filter(Boolean).join(' and ')
if (why) process.stderr.write(`Pages are not tested: there is ${why}.\n`)

/** `describe` where there are a browser and pages; else the tests are skipped, and one line says why. */
export const describeInBrowser = why ? describe.skip : describe

/** Without network but this machine, and with sound only after a gesture, as people have it. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    ...(executablePath && { executablePath }),
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--autoplay-policy=user-gesture-required',
    ],
  })

export interface Visit {
  page: Page
  context: BrowserContext
  /** What the page complained of: errors, CSP, files that did not come. */
  complaints: string[]
}

export interface VisitOptions {
  width?: number
  height?: number
  dark?: boolean
  calm?: boolean
}

/** A person of their own with a window: no cookies, nothing stored. */
export async function visit(
  browser: Browser,
  baseURL: string,
  { width = 1280, height = 800, dark = false, calm = false }: VisitOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({
    baseURL,
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: calm ? 'reduce' : 'no-preference',
  })
  const page = await context.newPage()
  // Shorter than a test may take, so that it tells what was waited for.
  page.setDefaultTimeout(12_000)
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  return { page, context, complaints }
}

/** Shows the page in other colours, and resolves once it has them. */
export async function recolour(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  // They change over a moment, which begins with the next frame.
  await page.evaluate('new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)))')
  await page.evaluate(
    'Promise.allSettled(document.getAnimations().filter((it) => it instanceof CSSTransition).map((it) => it.finished))',
  )
}

export interface AxeViolation {
  id: string
  impact: string | null
  nodes: { target: string[]; failureSummary?: string }[]
}

const axeScript = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** Of axe's rules those whose answer depends on colours. */
const colourRules = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }

/**
 * What axe holds against the page as it stands, as lines to read; by WCAG 2.2 AA and its best practices. `colours`: by those
 * rules alone, where a page that was looked at has only changed its colours.
 */
export async function axe(page: Page, { colours = false } = {}): Promise<string[]> {
  // Past the CSP, as a tester's tool would come.
  if (!(await page.evaluate<boolean>("'axe' in window"))) await page.evaluate(await sourceOf(axeScript))
  const options = JSON.stringify({ resultTypes: ['violations'], ...(colours && { runOnly: colourRules }) })
  const violations = await page.evaluate<AxeViolation[]>(
    `axe.run(document, ${options}).then(({ violations }) => violations)`,
  )
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary ?? ''}`),
  )
}

let source: Promise<string> | undefined
async function sourceOf(path: string): Promise<string> {
  source ??= import('node:fs/promises').then(({ readFile }) => readFile(path, 'utf8'))
  return await source
}

const output = join(root, 'build-output')

/** The whole page as one picture under build-output/screens: the window is made as tall as the page, so that what sticks to its foot stays there. */
export async function keepScreen(page: Page, name: string): Promise<void> {
  const before = page.viewportSize()!
  mkdirSync(join(output, 'screens'), { recursive: true })
  // Twice at most: without a scroll bar it is wider, and what fills its width is taller.
  for (let height = 0, last = before.height, turn = 0; turn < 2; turn++, last = height) {
    const whole = await page.evaluate<number>('document.documentElement.scrollHeight')
    height = Math.max(before.height, Math.min(whole, 12_000))
    if (height === last) break
    await page.setViewportSize({ width: before.width, height })
  }
  await page.screenshot({ path: join(output, 'screens', `${name}.png`) })
  await page.setViewportSize(before)
}

/** Figures for a person to look at. */
export function keepFigures(name: string, figures: Record<string, number>): void {
  mkdirSync(output, { recursive: true })
  writeFileSync(join(output, `${name}.json`), `${JSON.stringify(figures, null, 2)}\n`)
}

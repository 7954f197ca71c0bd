import { mkdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect } from '@jest/globals'
import type { Page } from 'playwright-core'
import { output } from './browser.js'

interface LookOptions {
  /** What alone is held to axe: the rest of the page was, in another of its states. */
  within?: string
  /** Whether axe weighs each stroke of a drawing too. */
  strokes?: boolean
}

/**
 * Holds a page, as it stands, to what every page is held to: nothing stands out to the side on a computer, a tablet and the
 * narrowest phone, nor at twice the size with the system's colours (WCAG 1.4.4, 1.4.10); axe finds nothing, in either light.
 * Leaves it in the window that it came in, light and calm.
 */
export async function look(page: Page, name: string, options: LookOptions = {}): Promise<void> {
  const before = page.viewportSize()!
  const problems: string[] = []
  const hold = async (where: string, found: Promise<string[]>) => {
    problems.push(...(await found).map((problem) => `${name}, ${where}: ${problem}`))
    await keepScreen(page, `${name}-${where.replaceAll(/\W+/g, '-')}`)
  }
  for (const width of [1280, 768, 320]) {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    await settled(page)
    await hold(`${width} px`, overflow(page))
  }
  await hold('light', axe(page, options))
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await settled(page)
  await hold('dark', axe(page, { ...options, colours: true }))

  await page.setViewportSize({ width: 640, height: 900 })
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce', forcedColors: 'active' })
  await setLetters(page, 32)
  await settled(page)
  await hold('twice the size', overflow(page))
  await setLetters(page, 16)
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce', forcedColors: 'none' })
  await page.setViewportSize(before)
  expect(problems).toEqual([])
}

/** The size of letters that a person has set in their browser, in pixels; `rem` follows it, in media queries too. */
async function setLetters(page: Page, standard: number): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Page.setFontSizes', { fontSizes: { standard } })
  await session.detach()
}

/** Resolves once what was changed about the page is drawn: sizes with the next frame, colours over a moment that begins with it. */
async function settled(page: Page): Promise<void> {
  await page.evaluate('new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)))')
  await page.evaluate(
    'Promise.allSettled(document.getAnimations().filter((it) => it instanceof CSSTransition).map((it) => it.finished))',
  )
}

/** What scrolls by itself, such as a sheet of music, may be wider than the page. */
async function overflow(page: Page): Promise<string[]> {
  const aside = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
  return aside > 0 ? [`stands out to the side by ${aside} px`] : []
}

interface AxeViolation {
  id: string
  nodes: { target: string[]; failureSummary?: string }[]
}

const axeScript = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
let source: Promise<string> | undefined

/** Of axe's rules those whose answer depends on colours. */
const colourRules = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }

/**
 * What axe holds against the page as it stands, as lines to read; by WCAG 2.2 AA and its best practices. `colours`: by those
 * rules alone, where a page that was looked at has only changed its colours. A drawing with a name is one thing to whoever
 * hears the page: its strokes, thousands in a sheet of music, are taken out meanwhile unless asked for.
 */
export async function axe(
  page: Page,
  { colours = false, strokes = false, within }: LookOptions & { colours?: boolean } = {},
): Promise<string[]> {
  source ??= readFile(axeScript, 'utf8')
  // Past the CSP, as a tester's tool would come.
  if (!(await page.evaluate<boolean>("'axe' in window"))) await page.evaluate(await source)
  const options = JSON.stringify({ resultTypes: ['violations'], ...(colours && { runOnly: colourRules }) })
  const context = within ? JSON.stringify({ include: [[within]] }) : 'document'
  const violations = await page.evaluate<AxeViolation[]>(`(async () => {
    const drawings = ${strokes} ? [] : [...document.querySelectorAll('svg[role=img]')].map((svg) => [svg, [...svg.childNodes]])
    for (const [svg] of drawings) svg.replaceChildren(...svg.querySelectorAll(':scope > title, :scope > desc'))
    const { violations } = await axe.run(${context}, ${options})
    for (const [svg, strokes] of drawings) svg.replaceChildren(...strokes)
    return violations
  })()`)
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary ?? ''}`),
  )
}

/**
 * The whole page as one picture under build-output/screens, where LMM_TEST_SCREENS asks for pictures: the window is made as
 * tall as the page, so that what sticks to its foot stays there.
 */
export async function keepScreen(page: Page, name: string): Promise<void> {
  if (!process.env.LMM_TEST_SCREENS) return
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

import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, jest } from '@jest/globals'
import { type Browser, chromium } from 'playwright-core'

/** Debian's, and where others put it. The shell without windows comes first: the same engine, and half the work a page. */
const places = [
  '/usr/lib/chromium/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]
const executablePath = places.find((place) => existsSync(place))
const root = fileURLToPath(new URL('../..', import.meta.url))
const arePagesBuilt = existsSync(join(root, 'dist/web/index.html'))

const lacking = [!executablePath && 'no browser (chromium)', !arePagesBuilt && 'no pages in dist/web (npm run build)']
const why = lacking.filter(Boolean).join(' and ')
if (why) process.stderr.write(`Pages are not tested: there is ${why}.\n`)

/** `describe` where there are a browser and pages; else the tests are skipped, and one line says why. */
export const describeInBrowser = why ? describe.skip : describe

/**
 * How long a page is waited for: much longer than it takes, since a machine that does other work as well is no fault of the
 * page; and shorter than a test may take, so that it tells what was waited for.
 */
export const patienceMs = 30_000

// A story may take as long as its steps do: its limit is there for what never ends.
jest.setTimeout(300_000)

/** Without network but this machine, and with sound only after a gesture, as people have it. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    ...(executablePath && { executablePath }),
    args: [
      '--no-sandbox',
      // Nothing here needs a process of its own to draw in.
      '--in-process-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--autoplay-policy=user-gesture-required',
    ],
  })

/** Where runs leave what people look at. */
export const output = join(root, 'build-output')

/** Figures for a person to look at. */
export function keepFigures(name: string, figures: Record<string, number>): void {
  mkdirSync(output, { recursive: true })
  writeFileSync(join(output, `${name}.json`), `${JSON.stringify(figures, null, 2)}\n`)
}

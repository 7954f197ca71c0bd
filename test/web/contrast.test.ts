import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'

const css = readFileSync(new URL('../../src/web/design/tokens.css', import.meta.url), 'utf8')
const [lightCss = '', darkCss = ''] = css.split('@media (prefers-color-scheme: dark)')
const coloursIn = (text: string): Record<string, string> =>
  Object.fromEntries([...text.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, colour]) => [name, colour]))
const light = coloursIn(lightCss)
const schemes = { light, dark: { ...light, ...coloursIn(darkCss) } }

/** WCAG 2.2, "relative luminance" and "contrast ratio". */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
function contrast(one: string, other: string): number {
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (bright + 0.05) / (dark + 0.05)
}

const grounds = ['paper', 'surface', 'sunken']
const families = [
  'africa',
  'asia',
  'europe',
  'north-america',
  'south-america',
  'caribbean',
  'oceania',
  'middle-east',
  'worldwide',
]
/** What is written in what, and on what: 4.5 (WCAG 1.4.3). */
const text: [string, string][] = [
  ...grounds.flatMap((ground) =>
    ['ink', 'ink-soft', 'good', 'care', 'bad', 'note'].map((ink): [string, string] => [ink, ground]),
  ),
  ...['good', 'care', 'bad', 'note'].flatMap((tone): [string, string][] => [
    [tone, `${tone}-tint`],
    ['ink', `${tone}-tint`],
    ['ink-soft', `${tone}-tint`],
  ]),
  ['on-action', 'action'],
  ['on-action', 'action-over'],
  ['ink', 'marked'],
  ...families.flatMap((family): [string, string][] => [
    [`${family}-ink`, 'surface'],
    [`${family}-ink`, 'paper'],
    ['on-fill', `${family}-fill`],
  ]),
]
/** What must be seen to be used: 3 (WCAG 1.4.11). */
const shapes: [string, string][] = grounds.flatMap((ground): [string, string][] => [
  ['line-strong', ground],
  ['focus', ground],
])

describe.each(Object.entries(schemes))('colours in %s', (_, colours) => {
  const ratio = (ink: string, ground: string) => contrast(colours[ink]!, colours[ground]!)

  test.each(text)('%s is readable on %s', (ink, ground) => {
    expect(ratio(ink, ground)).toBeGreaterThanOrEqual(4.5)
  })
  test.each(shapes)('%s is seen on %s', (shape, ground) => {
    expect(ratio(shape, ground)).toBeGreaterThanOrEqual(3)
  })
})

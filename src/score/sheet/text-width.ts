/** Advance widths of Tinos Regular from U+0020 to U+007E, in 1/2048 em (they are those of Times). */
const advances = [
  512, 682, 836, 1024, 1024, 1706, 1593, 369, 682, 682, 1024, 1155, 512, 682, 512, 569, 1024, 1024, 1024, 1024, 1024,
  1024, 1024, 1024, 1024, 1024, 569, 569, 1155, 1155, 1155, 909, 1886, 1479, 1366, 1366, 1479, 1251, 1139, 1479, 1479,
  682, 797, 1479, 1251, 1821, 1479, 1479, 1139, 1479, 1366, 1139, 1251, 1479, 1479, 1933, 1479, 1479, 1251, 682, 569,
  682, 961, 1024, 682, 909, 1024, 909, 1024, 909, 682, 1024, 1024, 569, 569, 1024, 569, 1593, 1024, 1024, 1024, 1024,
  682, 797, 569, 1024, 1024, 1479, 1024, 1024, 909, 983, 410, 983, 1108,
]

/** A letter of another script, near enough to lay out a title. */
const otherAdvance = 1150

/** The width of a text in Tinos Regular at a font size, in the same unit. Bold is up to a tenth wider. */
export function textWidth(text: string, size: number): number {
  let sum = 0
  for (const character of text) sum += advances[character.codePointAt(0)! - 32] ?? otherAdvance
  return (sum / 2048) * size
}

import { longDead } from '../../knowledge/word-lists/long-dead.js'

const starts = String.raw`(?<![\p{L}\d'-])`
const ends = String.raw`(?![\p{L}\d])`
const everyone = longDead.map(({ names }) => names).join('|')
const manner =
  '(?:in|using|with|after) the (?:exact |same )?(?:style|manner|vein|voice|sound|spirit) of|[aà] la|inspired by|styled after|(?:song|something|music|tune|sound|sounds|sounding) like'

/** The ways of asking for the manner of one of them, each of which stands for the genre of that time. */
const hints = longDead.flatMap(({ names, genre }) => [
  {
    pattern: new RegExp(`${starts}(?:${manner}) (?:${names})(?:'s (?:music|works|plays|poems|sonnets))?${ends}`, 'giu'),
    instead: genre ? `in the style of ${genre}` : '',
  },
  {
    pattern: new RegExp(`${starts}(?:${names})(?:'s)?[ -](?:style|inspired|like)${ends}`, 'giu'),
    instead: genre ?? '',
  },
  ...(genre
    ? [
        {
          pattern: new RegExp(`(?<=^|[ ](?:x|×|\\+|meets) )(?:${names})(?= (?:x|×|\\+|meets|about)${ends}|$)`, 'giu'),
          instead: genre,
        },
      ]
    : []),
])

const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC').replace(/[’‘]/g, "'")

const anyone = new RegExp(`${starts}(?:${everyone})(?:'s)?${ends}(?:\\s*(?:,|and|&|x|or)\\s+)?`, 'giu')

/** A text without the names of makers who are long dead: whoever else is named still stands where they stood. */
export const withoutLongDead = (text: string): string => plain(text).replace(anyone, '')

/** A text in which the manner of a maker who is long dead is the genre of that time, or nothing where we have none. */
export function longDeadAsGenre(text: string): string {
  if (plain(text).search(anyone) < 0) return text
  return hints
    .reduce((rest, { pattern, instead }) => rest.replace(pattern, instead), plain(text))
    .replace(/ {2,}/g, ' ')
    .trim()
}

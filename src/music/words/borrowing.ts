import { artists, artistsInCapitals, songs, songsInCapitals } from '../../knowledge/word-lists/artists.js'
import { withoutLongDead } from './long-dead.js'

export type Borrowing = 'artist_style' | 'existing_lyrics'

const word = String.raw`\p{Lu}[\p{L}\d.&-]*`
const ends = String.raw`(?![\p{L}\d])`
const anyOf = (names: readonly string[]): string =>
  names.map((name) => name.replace(/[.]/g, '\\.').replaceAll(' ', '[ -]')).join('|')
const starts = (source: string, flags: string) => new RegExp(`^(?:${source})${ends}`, flags)

/** A name or title by its capitals, with the small words inside it: "Florence and the Machine", "Let It Go". */
const capitals = new RegExp(`^${word}(?: (?:(?:and|of|the|in|to|a) ){0,2}${word})*`, 'u')
const artist = starts(anyOf(artists), 'iu')
const artistInCapitals = new RegExp(`^(?:${anyOf(artistsInCapitals)})${ends}(?! \\p{Lu})`, 'u')
const song = starts(anyOf(songs), 'iu')
const songInCapitals = new RegExp(`^(?:${anyOf(songsInCapitals)})${ends}(?! \\p{Lu})`, 'u')

/** Capitals that name a place, a people, a time or a school of art: nobody's own style. */
const common =
  /^(?:New|North|South|East|West|Northern|Southern|Eastern|Western|Old|Ancient|San|Los|Great|Latin|Middle|Central|Early|Late|High|Art|Native|United|Hip|Big|Roaring|The) |\b(?:Ages?|Era|Period|Century|Renaissance|Empire|Dynasty|Africa|Americas?|Asia|Europe|City|Coast|Islands?|Revolution|Enlightenment|Baroque|Romantics?|Victorians?|Vikings?|Greeks?|Romans?|Egyptians?|Aztecs?|Gothic)\b/u
/** What may follow a name that is one word; another noun makes it a kind: "Gothic architecture", "Cuban drums". */
const closes =
  /^(?:$|[^\p{L}\d\s]|\s*(?:$|[,.;:!?)"“”—–-]|(?:about|on|with|for|and|but|in|as|to|that|x|who|would|meets|please)\b))/u

/** Any song, verse or kind of it that is not somebody's: "a song about cells", "the chorus", "a haiku". */
const anySong =
  /^(?:an?|our|my|this|the|your|some|any|each|every|new|one)\b.*\b(?:songs?|verses?|chorus|mashup|poem|rhymes?|lullab(?:y|ies)|march|hymn|anthem|ballad|waltz|chant|shanty|rap|story|haiku|melody|tune)\b|^(?:an?|our|my|this|your|some|any|new) /i

const bare = (text: string): string =>
  text.replace(/^["“”'‘]+/, '').replace(/^(?:the|some|a few)\s+(?=\p{Lu}|\p{L})/iu, '')

const isKnownArtist = (rest: string): boolean =>
  artist.test(bare(rest)) || artist.test(rest) || artistInCapitals.test(rest)
const isKnownSong = (rest: string): boolean => song.test(bare(rest)) || songInCapitals.test(bare(rest))

/** Whether a text begins with a name in at least so many capitalised words that is no place, time or genre. */
function isNamed(rest: string, least: number, isGenre: (text: string) => boolean): boolean {
  const [name = ''] = capitals.exec(bare(rest)) ?? []
  if (name === '' || common.test(name) || isGenre(name)) return false
  const after = bare(rest)
    .slice(name.length)
    .replace(/^'s?\b/, '')
  const size = name.split(' ').length
  const next = /^[ -]([\p{L}]+)/u.exec(after)?.[1]
  if (next && isGenre(`${name} ${next}`)) return false
  return size >= least && (size > 1 || closes.test(after))
}

const music = `(?:songs?|sing|sings|singing|raps?|rapping|beats?|tracks?|tunes?|mashup|verses?|music|chorus|flow|something|sung)`
/** Leads to whoever's manner is wanted: a capitalised name is enough. */
const manner =
  /\b(?:in|using|with|after) the (?:exact |same )?(?:style|manner|vein|voice|sound) of |\ba la |\b(?:as |like it is )?sung by |\bas if by |\bstyled after |\bsound(?:s|ing)? (?:just |exactly )?like /giu
/** Leads to many other things as well: only known artists, or two capitalised words straight after the music. */
const likeness =
  /\b(?:like|inspired by|channell?ing|channel|imitat(?:e|es|ing|ion of)|impersonat(?:e|ing)|mimic(?:king)?|copy(?:ing)?|in the spirit of|reminiscent of) /giu
const musicLike = new RegExp(`\\b${music} (?:just |exactly |much )?(?:like|channell?ing|imitating) $`, 'iu')
/** What makes a name before it a manner: "Drake's flow", "ed sheeran vibes", "a taylor swift song". */
const owned =
  /^(?:'s?)?[ -](?:signature |type )?(?:styles?|voice|flow|vibes?|sound|type|inspired|esque|like|songs?|beats?|tracks?|tunes?|raps?|music|hits?)\b/iu
const ownManner = new RegExp(`\\b(?:in|with|using) (?=${word}(?: ${word})*'s? (?:style|voice|flow|sound|vibe))`, 'gu')
const wouldSing =
  /\b(?:as|how|like|the way) (?=(?:the )?[\p{L}.' -]{2,40} (?:would|does|might) (?:sing|rap|perform|play))/giu
const namedStyle = new RegExp(`(?<!\\p{L})(?=(${word}(?: ${word})+)(?:'s)?[- ](?:style|vibes?|type)\\b)`, 'gu')

/** What stands behind each place that a pattern leads to. */
const behind = (text: string, pattern: RegExp): { lead: string; rest: string }[] =>
  [...text.matchAll(pattern)].map((found) => {
    const at = found.index + found[0].length
    return { lead: text.slice(0, at), rest: text.slice(at) }
  })
const everyWord = (text: string) => behind(text, /(?<![\p{L}\d'-])(?=[\p{L}\d])/gu)

function asksForStyle(text: string, isGenre: (text: string) => boolean): boolean {
  const named =
    (least: number) =>
    ({ rest }: { rest: string }) =>
      isKnownArtist(rest) || isNamed(rest, least, isGenre)
  return (
    behind(text, manner).some(named(1)) ||
    behind(text, ownManner).some(({ rest }) => !common.test(rest.slice(0, 30)) && /^\p{Lu}/u.test(rest)) ||
    behind(text, wouldSing).some(named(1)) ||
    behind(text, namedStyle).some(({ rest }) => isNamed(rest, 2, isGenre)) ||
    behind(text, likeness).some(
      ({ lead, rest }) => isKnownArtist(rest) || (musicLike.test(lead) && isNamed(rest, 2, isGenre)),
    ) ||
    everyWord(text).some(({ rest }) => {
      const [name] = artist.exec(rest) ?? artistInCapitals.exec(rest) ?? []
      return name !== undefined && owned.test(rest.slice(name.length))
    })
  )
}

/** Leads to a song by its words or its tune: whatever is no song of ours and no genre is somebody's. */
const ofSong =
  /\b(?:lyrics|chorus) (?:of|to|from|by) |\b(?:to|with|using|on) the (?:same )?(?:tune|melody) (?:of|as|from) |\bsame (?:melody|tune|beat|lyrics|chords?) (?:as|of) /giu
/** Leads to a song where a title in capitals follows. */
const ofTitle =
  /\b(?:parody|remix|cover|rewrite|rewriting) (?:version )?(?:of )?(?:the (?:song|hit) )?|\bwords to (?!the )|\b(?:borrow|take|use|steal|sample|copy|quote)(?:ing)? (?:some |the |a few )?(?:lines?|lyrics|chorus|hook|verses?) (?:from|of) /giu
/** Leads to many other things as well: only known songs and the words of known artists. */
const ofKnown =
  /\b(?:version|words|text|verses?|lines?|cover|copy|reproduce|recite|quote|sing|rewrite|remix|parody|song|hit)s? (?:of |from |by |to |like |called )?(?:the (?:song|hit) )?/giu

function asksForSong(text: string, isGenre: (text: string) => boolean): boolean {
  const isKnown = (rest: string) => isKnownSong(rest) || isKnownArtist(rest)
  return (
    behind(text, ofSong).some(
      ({ rest }) => isKnown(rest) || (rest !== '' && !anySong.test(rest) && !isGenre(bare(rest))),
    ) ||
    behind(text, ofTitle).some(({ rest }) => isKnown(rest) || (!/^the /i.test(rest) && isNamed(rest, 1, isGenre))) ||
    behind(text, ofKnown).some(
      ({ lead, rest }) =>
        isKnownSong(rest) || (/\b(?:words|verses?|text|lines?) \w+ $/i.test(lead) && isKnownArtist(rest)),
    ) ||
    everyWord(text).some(({ rest }) => {
      const [title] = song.exec(rest) ?? songInCapitals.exec(rest) ?? capitals.exec(rest) ?? []
      const isTitle = title !== undefined && (isKnownSong(rest) || (title.includes(' ') && !isGenre(title)))
      return isTitle && /^,? but (?:about|with|for|make)\b/i.test(rest.slice(title.length))
    })
  )
}

/**
 * Whether a text asks for what is somebody else's: an artist's style (of those not long dead), or the words or tune of a song there is. Told by the shape of
 * the wish and a list of the best known; `isGenre` tells what names a genre ("in the style of bossa nova" is a fair wish).
 */
export function borrowing(text: string, isGenre: (text: string) => boolean): Borrowing | null {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’‘]/g, "'").replace(/\s+/g, ' ')
  if (asksForSong(plain, isGenre)) return 'existing_lyrics'
  return asksForStyle(withoutLongDead(plain), isGenre) ? 'artist_style' : null
}

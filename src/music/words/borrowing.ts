export type Borrowing = 'artist_style' | 'existing_lyrics'

/** "Beyoncé style": a name in capitals before the word. */
const namedStyle = /(?<who>\p{Lu}[\p{L}\d.'’-]+(?: \p{Lu}[\p{L}\d.'’-]+)*)[- ]style\b/u

const styleOf =
  /\b(?:in|using|with|after) the (?:exact )?(?:style|manner|voice|sound) of (?<who>[^,.;!?]+)|\b(?:sound(?:s|ing)? (?:just |exactly )?like|as sung by|sung by|as if by|styled after|à la|a la|inspired by the songs of) (?<by>[^,.;!?]+)|\b(?<own>[\p{L}\d.'’ -]{2,40})['’]s? (?:style|signature sound|voice)\b|\b(?<like>[\p{L}\d.]+(?: [\p{L}\d.]+)?)[- ](?:style|type) (?:song|beat|track|verse|flow)/iu
const wordsOfSong =
  /\b(?:lyrics|words|text|chorus|verses?) (?:of|to|from|by) (?<of>[^,.;!?]+)|\b(?:copy|reproduce|recite|quote|cover|rewrite|parody|remix) (?:the )?(?:song |hit |lyrics )(?:of |to |called |named )?(?<copy>[^,.;!?]+)|\bto the (?:tune|melody) of (?<tune>[^,.;!?]+)/iu

/** What may follow and is nobody's own: a kind of song, a time, a place, the song that is being made. */
const common =
  /^(?:["“]?)(?:an?|our|my|this|the|your|some|any|each|every)?\s*(?:\p{Ll}+ )*(?:songs?|verses?|chorus|mashup|poem|rhymes?|lullab(?:y|ies)|march(?:es)?|hymns?|anthems?|ballads?|waltz|chants?|shant(?:y|ies)|rap|raps|choir|robot|story|tale|news|report|letter|speech|period|era|age|century|school|class|people|children|kids|nature|animals?|birds?|rain|thunder|ocean|wind|train|heart(?:beat)?|drums?|bells?|machine|factory|song about .*)\b/iu

/**
 * Whether a text asks for what is somebody else's: an artist's style, or the words or tune of a song there is. `isGenre` tells
 * what names a genre ("in the style of bossa nova" is a fair wish).
 */
export function borrowing(text: string, isGenre: (text: string) => boolean): Borrowing | null {
  const style = styleOf.exec(text) ?? namedStyle.exec(text)
  if (style) {
    const { who, by, own, like } = style.groups ?? {}
    const named = (who ?? by ?? own ?? like ?? '').replace(/\b(?:about|on|for|with|but)\b.*$/iu, '').trim()
    const plain = named.replace(/^(?:an?|the)\s+/i, '').replace(/\s+(?:music|song|style)$/i, '')
    if (plain && !isGenre(plain) && !common.test(named)) return 'artist_style'
  }
  const song = wordsOfSong.exec(text)
  if (song) {
    const named = (song.groups?.of ?? song.groups?.copy ?? song.groups?.tune ?? '').trim()
    if (named && !isGenre(named) && !common.test(named)) return 'existing_lyrics'
  }
  return null
}

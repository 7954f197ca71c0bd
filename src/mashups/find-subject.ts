import { genresInText, type NamedGenre } from '../knowledge/genres.js'
import { findTopic, topicInText } from '../knowledge/topics.js'

export interface Subject {
  /** What the song is about, in the words of the request; "" when the prompt does not say. */
  phrase: string
  genres: NamedGenre[]
  /** The part of the prompt that speaks of the music. */
  music: string
}

const about =
  /\b(?:about|regarding|explaining|covering|to teach|that teaches|that explains|to learn|on|for learning)\b/iu
/** Words that let a genre follow the subject: "volcanoes, in jazz and metal". */
const joins = /(?:\b(?:in|as|with|and|x|meets|mixing|mixed with|blending|using|style of|plus|a|an)|[,:;()×+&–—-])\s*$/iu
const orders =
  /^(?:(?:please|pls|can|could|would|you|will|i|we|want|need|like|would like|let's|make|write|create|compose|generate|give|sing|produce|build|do|me|us|my|our|class|the|a|an|some|new|short|long|fun|cool|song|songs|track|mashup|mash-up|mash up|mix|blend|fusion|combination|piece|tune|rap|music|of|in|for|with|and|x|to|that|is|blends?|mixes|combines|style|genres?|between)\b[\s,:;–—-]*)+/iu
const trails =
  /(?:[\s,:;–—()×+&-]+(?:in|as|with|and|x|meets|mixing|mixed|blending|using|style|of|plus|a|an|the|song|songs|mashup|mix|track|music|please|thanks|pls|for (?:my|our|the) class|for (?:grade )?\d+(?:st|nd|rd|th)?(?:[- ]grade(?:rs?)?)?|for kids|for children|for students))+[\s,.;:!–—-]*$/iu

const emoji = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200d|\ufe0f/gu

function tidy(text: string): string {
  let phrase = text
    .replace(emoji, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,.:;–—"“”()-]+|[\s,.:;!?–—"“”(-]+$/gu, '')
  for (let before = ''; before !== phrase; ) {
    before = phrase
    phrase = phrase.replace(trails, '').trim()
  }
  return phrase.split(' ').slice(0, 12).join(' ').slice(0, 120)
}

const without = (text: string, spans: readonly NamedGenre[]): string =>
  [...spans]
    .sort((a, b) => b.start - a.start)
    .reduce((rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`, text)

/** Genres in `text` that are not part of the topic's own name there: no rock in "the rock cycle". */
function genresBeside(text: string): NamedGenre[] {
  const topic = topicInText(text)
  const words = [...text.matchAll(/[\p{L}\p{N}'’]+/gu)]
  const from = topic && topic.end - topic.start > 1 ? words[topic.start]?.index : undefined
  const last = topic ? words[topic.end - 1] : undefined
  const to = last ? last.index + last[0].length : 0
  return genresInText(text).filter(
    ({ start, end }) => from === undefined || end <= from || start >= to || end - start > to - from,
  )
}

/** Genres that follow a subject: joined to it ("in jazz"), or several of which one is; no rock in "why rock climbing is fun". */
function genresBehind(rest: string): NamedGenre[] {
  const named = genresBeside(rest)
  const joined = named.filter(({ start }) => joins.test(rest.slice(0, start)))
  return joined.length > 0 ? named : []
}

/** What a prompt is about and which genres it names, told apart by "about" and by where they stand. */
export function findSubject(prompt: string): Subject {
  const mark = about.exec(prompt)
  if (mark && mark.index + mark[0].length < prompt.length) {
    const music = prompt.slice(0, mark.index)
    const rest = prompt.slice(mark.index + mark[0].length)
    const before = genresInText(music)
    const after = before.length >= 2 ? [] : genresBehind(rest)
    const sentence = /^.*?[.!?;\n](?=\s|$)/u.exec(without(rest, after))?.[0] ?? without(rest, after)
    if (tidy(sentence)) return { phrase: tidy(sentence), genres: [...before, ...after], music }
  }
  const genres = genresBeside(prompt)
  const left = without(prompt, genres)
  const sentence =
    left.split(/[.!?;](?=\s|$)/u).find((part) => findTopic(part)) ?? left.split(/[.!?;](?=\s|$)/u)[0] ?? ''
  return {
    phrase: tidy(
      sentence
        .replace(emoji, ' ')
        .trim()
        .replace(/^[\s,:;×+&–—-]+/u, '')
        .replace(orders, '')
        .replace(/^(?:about|on|regarding)$/iu, ''),
    ),
    genres,
    music: prompt,
  }
}

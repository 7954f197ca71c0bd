import type { MashupRequest, SkillLevel } from '../../../src/domain/mashup-request.js'
import type { SongPlan } from '../../../src/domain/plan.js'
import type { Song } from '../../../src/domain/song.js'
import type { Lyrics } from '../../../src/domain/tasks.js'
import { assembleSong } from '../../../src/music/assemble-song.js'
import { analyzeGenres } from '../../../src/music/composer/analyze-genres.js'
import { explainTheory } from '../../../src/music/composer/explain-theory.js'
import { planSong } from '../../../src/music/plan-song.js'

const hook = 'Every leaf will make its day'
const couplets = [
  ['A leaf is open to the light', 'and drinks the water through the night'],
  ['The roots go looking for a stream', 'the steam is rising like a dream'],
  ['Green is the color that it wears', 'oxygen is the gift it shares'],
  ['It takes the carbon from the air', 'and builds a sugar out of there'],
  ['The sun is working in the green', 'the best of cooks you have not seen'],
  ['So thank the meadow and the tree', 'that breathe the morning out for me'],
] as const

interface Wish {
  genres: string[]
  level?: SkillLevel
  seed?: number
  /** Words of one's own for the plan's nth line; the hook where it wants one. */
  words?: (section: number, line: number) => string
}

export function planOf({ genres, level = 'intermediate', seed = 1 }: Wish) {
  const input = {
    skillLevel: level,
    gradeLevel: 6,
    language: 'en',
    seed,
    findings: [],
    topic: 'photosynthesis',
    genres,
  }
  const analysis = analyzeGenres(input)
  return { input, analysis, plan: planSong(analysis, { genres, skillLevel: level, seed }) }
}

function lyricsFor(plan: SongPlan, words: Wish['words']): Lyrics {
  let verse = 0
  const sections = plan.sections
    .filter((section) => section.lines.length > 0)
    .map(({ kind, lines }, at) => {
      if (kind === 'verse') verse++
      let couplet = kind === 'verse' ? verse * 2 - 2 : kind === 'chorus' ? 4 : 5
      let place = 0
      return {
        kind,
        lines: lines.map((line, n) => {
          if (words) return words(at, n)
          if (line.hook) return hook
          const text = couplets[couplet % couplets.length]![place]!
          if (place === 1) couplet++
          place = 1 - place
          return text
        }),
      }
    })
  return { title: hook, sections }
}

/** A whole song out of fixed words, so that tests of notes do not hang on the words. */
export function makeSong(wish: Wish): Song {
  const { input, analysis, plan } = planOf(wish)
  const { skillLevel, gradeLevel, language, seed, topic, genres } = input
  const request: MashupRequest = {
    prompt: topic,
    genres,
    topic,
    topicId: null,
    keyTerms: [],
    facts: [],
    skillLevel,
    gradeLevel,
    learningObjectives: [],
    language,
    seed,
  }
  const option = { text: hook, idea: 'a leaf at work', reason: 'it says what happens' }
  return assembleSong({
    id: '00000000-0000-4000-8000-000000000001',
    request,
    plan,
    analysis,
    education: {
      keyConcepts: [{ term: 'leaf', meaning: 'the green part of a plant' }],
      facts: ['A leaf takes in light.'],
      images: [],
      objectives: [
        { code: 'MU:Cr1.1.6a', text: 'Make a hook.' },
        { code: 'topic', text: 'Say what a leaf does with light.' },
      ],
      skillDevelopment: ['Hear chords change.'],
      questions: ([1, 2, 3] as const).map((depth) => ({ question: 'Why?', answer: 'Light.', depth })),
    },
    hooks: { options: [option, option, option] },
    hook,
    lyrics: lyricsFor(plan, wish.words),
    theory: explainTheory({
      ...input,
      hook,
      blend: plan.blend,
      key: plan.key,
      tempo: plan.tempo,
      meter: plan.meter,
      sections: plan.sections,
    }),
    provenance: { composer: 'test', request, parts: [], setbacks: [], iterations: 1, fallback: false },
  })
}

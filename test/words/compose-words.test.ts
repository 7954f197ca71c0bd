import { describe, expect, test } from '@jest/globals'
import type { SkillLevel } from '../../src/domain/mashup-request.js'
import type { PlannedSection } from '../../src/domain/plan.js'
import type { SectionKind } from '../../src/domain/song.js'
import { educationalContextSchema, hooksSchema, lyricsSchema } from '../../src/domain/tasks.js'
import { isThingLine, things } from '../../src/knowledge/things.js'
import { stem, topics } from '../../src/knowledge/topics.js'
import { hearsFactsIn } from '../../src/music/checks/facts-sung.js'
import { composeEducation } from '../../src/music/composer/compose-education.js'
import { composeHooks } from '../../src/music/composer/compose-hooks.js'
import { composeLyrics } from '../../src/music/composer/compose-lyrics.js'
import { asSung } from '../../src/music/words/as-sung.js'
import { mentions } from '../../src/music/words/mentions.js'
import { bareWord, syllablesOfLine, wordsOf } from '../../src/music/words/pronunciation.js'
import { rhymeOfLines } from '../../src/music/words/rhyme.js'

const couplets: Partial<Record<SectionKind, string>> = { verse: 'AABB', chorus: 'HAAH', bridge: 'AABB' }
const ballad: Partial<Record<SectionKind, string>> = { verse: 'xAxA', chorus: 'HxxH', bridge: 'xxxx' }

function plan(level: SkillLevel, schemes: typeof couplets): PlannedSection[] {
  const most = level === 'beginner' ? 8 : 12
  return (['verse', 'chorus', 'verse', 'chorus', 'bridge', 'chorus'] as const).map((kind) => ({
    kind,
    label: kind,
    chords: [{ roman: 'I', symbol: 'C', beats: 4 }],
    lines: Array.from(schemes[kind]!).map((letter, at) => ({
      start: at * 8,
      beats: 8,
      syllables:
        letter === 'H' ? { min: 4, best: 6, max: 8 } : { min: 4, best: level === 'beginner' ? 7 : 8, max: most },
      rhyme: /[Hx]/.test(letter) ? '' : letter,
      hook: letter === 'H',
    })),
  }))
}

interface Wish {
  topic: string
  topicId?: string | null
  facts?: string[]
  keyTerms?: string[]
  level?: SkillLevel
  seed?: number
}

function compose({ topic, topicId = null, facts = [], keyTerms = [], level = 'intermediate', seed = 1 }: Wish) {
  const common = { skillLevel: level, gradeLevel: 6, language: 'en', seed, findings: [], topic, topicId, keyTerms }
  const education = educationalContextSchema.parse(composeEducation({ ...common, facts, learningObjectives: [] }))
  const hooks = hooksSchema.parse(
    composeHooks({
      ...common,
      facts: education.facts,
      images: education.images,
      genres: ['jazz', 'pop'],
      mode: 'major',
    }),
  )
  const sections = plan(level, topicId === null ? ballad : couplets)
  const hook = hooks.options[0]!.text
  const input = {
    ...common,
    facts: education.facts,
    keyConcepts: education.keyConcepts,
    images: education.images,
    genres: ['jazz', 'pop'],
    hook,
    sections,
    previous: null,
  }
  const lyrics = lyricsSchema.parse(composeLyrics(input))
  return { education, hooks, hook, lyrics, sections, input, lines: lyrics.sections.flatMap((section) => section.lines) }
}

const bees = [
  'Honeybees tell other bees where flowers are with a waggle dance.',
  'Bees collect nectar from flowers and carry pollen on their legs.',
  'Worker bees make wax from glands on their bodies.',
  'Beekeepers use smoke to keep the bees calm.',
  'Honey is made from nectar.',
]

/** What lines about things say behind their subject, as it stands behind "it" or "they". */
const behindSubjects = new Set(
  things.flatMap(({ lines }) => lines.map((line) => `${line.replace(/^(?:An?|The) \S+ |^\S+ /, '')}.`)),
)

/** Couplets of a song's sections that the plan rhymes. */
const rhymed = ({ lyrics, sections }: ReturnType<typeof compose>) =>
  sections.flatMap(({ lines }, at) => {
    const texts = lyrics.sections[at]!.lines
    const places = lines.flatMap(({ rhyme }, n) => (rhyme ? [{ rhyme, n }] : []))
    return places.flatMap(({ rhyme, n }) => {
      const second = places.find((other) => other.rhyme === rhyme && other.n > n)
      return second ? [[texts[n]!, texts[second.n]!] as const] : []
    })
  })

describe('a song’s words from the library', () => {
  test.each(['beginner', 'intermediate', 'advanced'] as const)(
    '%s: whole, rhymed, new in every line, over many topics and seeds',
    (level) => {
      for (const [at, topic] of topics.entries()) {
        const song = compose({ topic: topic.name, topicId: topic.id, level, seed: at })
        expect(song.lyrics.sections.map(({ lines }) => lines.length)).toEqual(
          song.sections.map(({ lines }) => lines.length),
        )
        const verses = song.lyrics.sections.filter(({ kind }) => kind !== 'chorus').flatMap(({ lines }) => lines)
        expect([topic.id, new Set(verses).size]).toEqual([topic.id, verses.length])
        for (const [a, b] of rhymed(song))
          expect([topic.id, a, b, rhymeOfLines(a, b)]).toEqual([topic.id, a, b, 'perfect'])
        expect(song.lines.filter((line) => asSung(line) === asSung(song.hook))).toHaveLength(6)
      }
    },
  )

  test('hooks differ in idea, are short enough to keep, and say why', () => {
    for (const topic of topics) {
      const { options } = compose({ topic: topic.name, topicId: topic.id }).hooks
      expect(new Set(options.map(({ idea }) => idea)).size).toBe(options.length)
      for (const { text, reason } of options) {
        expect([text, syllablesOfLine(text) >= 4 && syllablesOfLine(text) <= 8]).toEqual([text, true])
        expect(reason).not.toBe('')
      }
    }
  })

  test('the same seed gives the same words, another seed others', () => {
    const [topic] = topics
    const wish = { topic: topic!.name, topicId: topic!.id }
    expect(compose({ ...wish, seed: 3 }).lines).toEqual(compose({ ...wish, seed: 3 }).lines)
    const distinct = (seed: number) => [...new Set(compose({ ...wish, seed }).lines)]
    const two = new Set(distinct(4))
    expect(distinct(3).filter((line) => two.has(line)).length).toBeLessThan(10)
  })
})

describe('a song’s words from a teacher’s facts', () => {
  test.each([
    [
      'lighthouses',
      [
        'A lighthouse warns ships of rocks near the coast.',
        'A lens bends the light into one bright beam.',
        'The keeper lit the lamp every night.',
      ],
    ],
    ['bread', ['Yeast makes bubbles in the dough.', 'The bubbles make the dough rise.', 'The oven bakes the bread.']],
    [
      'our school garden',
      [
        'We plant beans, carrots and sunflowers in spring.',
        'Worms make the soil loose.',
        'In June we eat the first peas.',
      ],
    ],
  ])(
    'three facts become a verse that rhymes, and nothing is sung but them and what holds of their things: %s',
    (topic, facts) => {
      const told = new Set(wordsOf(facts.join(' ')).map((word) => stem(bareWord(word))))
      const small = new Set(
        "a and are by that's do does did is it of on s that the there they this to what when where who why how here see watch can".split(
          ' ',
        ),
      )
      for (const seed of [1, 2, 3]) {
        const song = compose({ topic, facts, seed })
        const pairs = rhymed(song)
        expect(pairs.filter(([a, b]) => rhymeOfLines(a, b) === 'perfect').length).toBeGreaterThan(0)
        const isHeard = hearsFactsIn(song.lines)
        expect(facts.filter((fact) => !isHeard(fact))).toEqual([])
        // Sentences that were joined to the next one, as they were before their stops were set.
        const asWritten = song.lines.map((line) => line.replace(/[,;]$/, '.'))
        const strange = asWritten.filter(
          (line) =>
            !behindSubjects.has(line.replace(/^(It|They|Its) /, '')) &&
            !isThingLine(line) &&
            wordsOf(line)
              .map(bareWord)
              .some((word) => !told.has(stem(word)) && !small.has(word)),
        )
        expect(strange).toEqual([])
      }
    },
  )

  test('facts and terms are sung in whole sentences, without words to the singers', () => {
    for (const level of ['beginner', 'intermediate', 'advanced'] as const)
      for (let seed = 0; seed < 8; seed++) {
        const song = compose({ topic: 'beekeeping', facts: bees, keyTerms: ['nectar', 'pollen'], level, seed })
        const text = song.lines.join(' ')
        expect(bees.filter(hearsFactsIn(song.lines)).length).toBeGreaterThanOrEqual(4)
        expect(['nectar', 'pollen'].filter((term) => !mentions(text, term))).toEqual([])
        expect(
          song.lines.filter((line) =>
            /(a clue|who knew|come near|that's clear|hear the call|you see|we say|is the word|will be)\.?$|^(Of|With|By) .*[?,]$/.test(
              line,
            ),
          ),
        ).toEqual([])
      }
  })

  test('facts that rhyme are joined by their rhyme', () => {
    const facts = [
      'The garden gate is painted green.',
      'Worms dig tunnels in the ground.',
      'Our sunflowers are the tallest seen.',
      'Bees visit the beds with a buzzing sound.',
      'In June we pick the runner bean.',
    ]
    const seeds = Array.from({ length: 8 }, (_, seed) => compose({ topic: 'our garden', facts, seed }))
    const pairs = seeds.flatMap(rhymed)
    const perfect = pairs.filter(([a, b]) => rhymeOfLines(a, b) === 'perfect')
    expect(perfect.length / pairs.length).toBeGreaterThan(0.7)
  })

  test('no line points back to a fact that may stand elsewhere', () => {
    const facts = [
      'An octopus has three hearts.',
      'Its blood is blue because it carries copper.',
      'An octopus has no bones, so it can slip through tiny gaps.',
    ]
    const { lyrics } = compose({ topic: 'octopuses', facts })
    const verses = lyrics.sections.filter(({ kind }) => kind !== 'chorus').flatMap(({ lines }) => lines)
    // Behind a line on the same subject it may: "An octopus has three hearts. It lives …".
    const lost = verses.filter(
      (line, at) => /^(It|Its|They) /.test(line) && !/^An octopus\b/.test(verses[at - 1] ?? ''),
    )
    expect(lost).toEqual([])
  })

  test('a single fact is said in other words, never the bare topic', () => {
    const { lines } = compose({
      topic: 'our class hamster',
      facts: ['Our hamster stores food in its cheeks.'],
      level: 'beginner',
    })
    expect(lines).not.toContain('Our class hamster')
    expect(lines.some((line) => /cheeks/.test(line))).toBe(true)
  })

  test('terms that nothing rhymes with are sung inside lines', () => {
    const text = compose({
      topic: 'fruit',
      facts: ['An orange has many seeds.', 'Twelve months make a year.'],
      keyTerms: ['orange', 'months'],
    }).lines.join(' ')
    expect(text).toMatch(/orange/i)
    expect(text).toMatch(/months/i)
  })

  test.each<[string, string[]]>([
    ['one word', ['bees']],
    ['another language', ['Las abejas hacen miel con el néctar de las flores.', 'Die Bienen sammeln Honig im Sommer.']],
    ['contradictions', ['Bees can see red.', 'Bees cannot see red.']],
    ['two hundred lines', Array.from({ length: 200 }, (_, at) => `Bee number ${at + 1} carries pollen to the hive.`)],
    ['formulas', ['Water is H2O.', 'E = mc² links mass and energy.', 'In a right triangle a² + b² = c².']],
    ['marks and signs', ['Dvořák wrote nine symphonies!!!', '“Curaçao” — an island…', '<b>bold</b> & more']],
    ['very long', [`The ${'very '.repeat(50)}long river flows.`]],
  ])('%s: a song all the same', (_, facts) => {
    const song = compose({ topic: 'bees', facts })
    expect(song.lines.every((line) => line.length > 0)).toBe(true)
  })

  test('neither side of a contradiction is sung, nor a foreign sentence', () => {
    const { education } = compose({
      topic: 'bees',
      facts: [
        'Bees can see red.',
        'Bees cannot see red.',
        'Las abejas hacen miel con el néctar.',
        'Bees have five eyes.',
      ],
    })
    expect(education.facts).toContain('Bees have five eyes.')
    expect(education.facts.join(' ')).not.toMatch(/red|abejas/)
  })
})

describe('a song’s words from the dictionary', () => {
  test.each(['bicycles', 'chess', 'submarines', 'bridges'])('%s: true sentences, no frames', (topic) => {
    for (let seed = 0; seed < 4; seed++) {
      const { education, lines, hooks } = compose({ topic, seed })
      expect(education.facts.length).toBeGreaterThanOrEqual(4)
      expect(lines.filter((line) => /on the (wall|board|door|page)|in a book/i.test(line))).toEqual([])
      expect(new Set(hooks.options.map(({ idea }) => idea)).size).toBe(hooks.options.length)
    }
  })
})

describe('mending', () => {
  test('only the couplet that a finding quotes is written anew', () => {
    const first = compose({ topic: topics[0]!.name, topicId: topics[0]!.id })
    const named = first.lyrics.sections[2]!.lines[1]!
    const finding = {
      rule: 'rhyme-by-sound',
      severity: 'warning' as const,
      place: {},
      evidence: `"${named}" is poor`,
      suggestion: '',
      cost: 0.1,
    }
    const mended = composeLyrics({ ...first.input, previous: first.lyrics, findings: [finding] })
    const changed = mended.sections.flatMap(({ lines }, at) =>
      lines.filter((line, n) => asSung(line) !== asSung(first.lyrics.sections[at]!.lines[n]!)),
    )
    expect(changed).toHaveLength(2)
    expect(mended.sections[2]!.lines.map(asSung)).not.toContain(asSung(named))
  })
})

import { describe, expect, test } from '@jest/globals'
import type { GenreAnalysis, Hooks, Lyrics, TaskInput } from '../../src/domain/tasks.js'
import { educationalContext } from '../../src/workflow/agents/educational-context.js'
import { genreAnalyzer } from '../../src/workflow/agents/genre-analyzer.js'
import { hookGenerator } from '../../src/workflow/agents/hook-generator.js'
import { lyricsComposer } from '../../src/workflow/agents/lyrics-composer.js'
import { theoryIntegrator } from '../../src/workflow/agents/theory-integrator.js'
import { firstState, type State } from '../../src/workflow/state.js'
import { sampleAnswer } from '../support/sample-answers.js'
import { request } from './studio.js'

/** A state in which all agents have answered as the samples do. */
function worked(): State {
  let state = firstState('7f0c7a3e-0000-4000-8000-000000000000', request)
  for (const agent of [educationalContext, genreAnalyzer, hookGenerator, lyricsComposer, theoryIntegrator] as const) {
    const input = agent.input(state)
    state = { ...state, ...agent.add(sampleAnswer(agent.name, input as never) as never, state) }
  }
  return state
}

describe('genre_analyzer', () => {
  const input = genreAnalyzer.input(worked())
  const sample = sampleAnswer('genre_analyzer', input)
  const judged = (change: Partial<GenreAnalysis>) =>
    genreAnalyzer.refuse!(genreAnalyzer.mend!({ ...sample, ...change }, input), input)

  test('a fitting answer is left as it is', () => {
    expect(genreAnalyzer.mend!(sample, input)).toEqual(sample)
    expect(judged({})).toBeNull()
  })

  test('names and numerals are tidied, the order of layers and a tempo nobody plays put right', () => {
    const layers = [...sample.layers].reverse().map((layer) => ({ ...layer, genre: layer.genre.toUpperCase() }))
    const mended = genreAnalyzer.mend!(
      { ...sample, layers, tempo: 219, progressions: { ...sample.progressions, verse: ['i', 'viio', 'bVI', 'V7'] } },
      input,
    )
    expect(mended.layers).toEqual(sample.layers)
    expect(mended.tempo).toBeLessThan(219)
    expect(mended.progressions.verse).toEqual(['i', 'vii°', 'bVI', 'V7'])
    expect(genreAnalyzer.refuse!(mended, input)).toBeNull()
  })

  test('another genre, a layer twice, an unused genre and chords that are no numerals are refused in words', () => {
    const layers = sample.layers
    expect(judged({ layers: layers.map((layer) => ({ ...layer, genre: 'polka' })) })).toContain('polka')
    expect(judged({ layers: layers.map((layer) => ({ ...layer, layer: 'groove' as const })) })).toContain('harmony')
    expect(judged({ layers: layers.map((layer) => ({ ...layer, genre: 'trap' })) })).toContain('baroque')
    expect(judged({ progressions: { ...sample.progressions, verse: ['Am', 'F'] } })).toContain('Am, F')
  })
})

describe('hook_generator', () => {
  const input = hookGenerator.input(worked())
  const sample = sampleAnswer('hook_generator', input)
  const withText = (...texts: string[]): Hooks => ({
    options: [...sample.options, ...texts.map((text) => ({ text, idea: '', reason: '' }))],
  })

  test('quotation marks go, and so do hooks that cannot be sung, while three are left', () => {
    expect(
      hookGenerator.mend!(withText('"Green is what we see"', 'go'), input).options.map(({ text }) => text),
    ).toEqual([...sample.options.map(({ text }) => text), 'Green is what we see'])
  })

  test('too few that can be sung are refused, with the count', () => {
    const long = 'Photosynthesis is the process by which every plant on earth makes its food'
    const value = hookGenerator.mend!(
      { options: [sample.options[0]!, ...withText(long, 'go').options.slice(-2)] },
      input,
    )
    expect(hookGenerator.refuse!(value, input)).toMatch(/syllables/)
  })

  test('hooks that are one hook are refused', () => {
    const one = sample.options[0]!
    expect(hookGenerator.refuse!(hookGenerator.mend!({ options: [one, one, one] }, input), input)).toContain('differ')
  })
})

describe('lyrics_composer', () => {
  const input: TaskInput<'lyrics_composer'> = lyricsComposer.input({ ...worked(), lyrics: null })
  const sample = sampleAnswer('lyrics_composer', input)
  const change = (change: (value: Lyrics) => void): Lyrics => {
    const value = structuredClone(sample)
    change(value)
    return lyricsComposer.mend!(value, input)
  }

  test('a fitting answer is left as it is', () => {
    expect(lyricsComposer.mend!(sample, input)).toEqual(sample)
    expect(lyricsComposer.refuse!(sample, input)).toBeNull()
  })

  test('a line that quotes a word keeps its marks', () => {
    const quoted = '"Its" means owning: its gold shell.'
    const changed = change((value) => {
      value.sections[0]!.lines[0] = quoted
    })
    expect(changed.sections[0]!.lines[0]).toBe(quoted)
  })

  test('numbering, quotation marks, a line too many and a hook that was changed are put right', () => {
    const place = input.sections.findIndex(({ lines }) => lines.some(({ hook }) => hook))
    const line = input.sections[place]!.lines.findIndex(({ hook }) => hook)
    const mended = change((value) => {
      value.sections[0]!.lines[0] = `1. "${sample.sections[0]!.lines[0]}"`
      value.sections[1]!.lines.push('one line more')
      value.sections[place]!.lines[line] = 'Not the hook'
    })
    expect(mended).toEqual(sample)
  })

  test.each<[string, (value: Lyrics) => void, RegExp]>([
    ['a section that is missing', (value) => value.sections.pop(), /sections/],
    ['a line that is missing', (value) => value.sections[0]!.lines.pop(), /lines/],
    [
      'lines far from their plan',
      (value) => (value.sections[0]!.lines[0] = 'light '.repeat(20).trim()),
      /20 syllables/,
    ],
    [
      'words that are not for the class',
      (value) => (value.sections[0]!.lines[0] = 'we all drink vodka'),
      /not for this class/,
    ],
  ])('%s is refused in words', (_, spoil, why) => {
    expect(lyricsComposer.refuse!(change(spoil), input)).toMatch(why)
  })
})

describe('theory_integrator', () => {
  const input = theoryIntegrator.input(worked())
  const { notes } = sampleAnswer('theory_integrator', input)
  const nowhere = { ...notes[0]!, section: 40 }

  test('a note that points out of the song is left out; when none is left, it is refused', () => {
    expect(theoryIntegrator.mend!({ notes: [...notes, nowhere, { ...notes[0]!, bar: 999 }] }, input)).toEqual({ notes })
    expect(theoryIntegrator.refuse!(theoryIntegrator.mend!({ notes: [nowhere] }, input), input)).toContain('section 40')
  })
})

describe('educational_context', () => {
  test("the request's facts come first, each once", () => {
    const input = educationalContext.input(worked())
    const sample = sampleAnswer('educational_context', input)
    const mended = educationalContext.mend!({ ...sample, facts: ['A new fact.', request.facts[0]!] }, input)
    expect(mended.facts).toEqual([request.facts[0], 'A new fact.'])
  })
})

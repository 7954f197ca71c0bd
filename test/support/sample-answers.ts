import { blendLayers } from '../../src/domain/song.js'
import type { TaskInput, TaskName, TaskOutput } from '../../src/domain/tasks.js'

/** An answer to each task that fits it: correct, plain, and the same every time. `word` tells whose it is. */
const answers: { [T in TaskName]: (input: TaskInput<T>, word: string) => TaskOutput<T> } = {
  educational_context: ({ topic, facts }, word) => ({
    keyConcepts: [{ term: topic, meaning: `what this song is about, says ${word}` }],
    facts: facts.length > 0 ? facts.slice(0, 24) : ['Plants make their own food.'],
    images: ['A leaf is a kitchen.'],
    objectives: [{ code: 'explain', text: `Explain ${topic}.` }],
    skillDevelopment: ['Hearing the beat.'],
    questions: [1, 2, 3].map((depth) => ({ question: `Question ${depth}?`, answer: 'An answer.', depth })),
  }),
  genre_analyzer: ({ genres }, word) => ({
    summary: `A blend by ${word}.`,
    tonic: 'A',
    mode: 'minor',
    tempo: 120,
    meter: '4/4',
    layers: blendLayers.map((layer, at) => ({
      layer,
      genre: genres[at % genres.length]!,
      reason: 'It carries it well.',
    })),
    compromises: [],
    progressions: { verse: ['i', 'VI', 'III', 'VII'], chorus: ['VI', 'VII', 'i', 'i'], bridge: ['iv', 'i', 'V', 'i'] },
    culturalLearning: genres.map((genre) => ({ genre, text: 'It has a history.' })),
  }),
  hook_generator: (_, word) => ({
    options: ['A kitchen made of light', 'Turn your face to the sun', 'Trees are built from air'].map((text) => ({
      text,
      idea: 'a picture',
      reason: `It sticks, says ${word}.`,
    })),
  }),
  lyrics_composer: ({ sections, hook }, word) => ({
    title: `Song by ${word}`,
    sections: sections.map(({ kind, lines }) => ({
      kind,
      lines: lines.map((line) =>
        line.hook ? hook : Array.from({ length: line.syllables.best }, () => 'light').join(' '),
      ),
    })),
  }),
  theory_integrator: (_, word) => ({ notes: [{ concept: 'mode', text: `Minor, hears ${word}.`, section: 0, bar: 1 }] }),
}

export const sampleAnswer = <T extends TaskName>(task: T, input: TaskInput<T>, word = 'model'): TaskOutput<T> =>
  (answers[task] as (input: TaskInput<T>, word: string) => TaskOutput<T>)(input, word)

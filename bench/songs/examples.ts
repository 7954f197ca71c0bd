import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { songForReading } from '../../src/cli/song-for-reading.js'
import type { MashupRequestInput } from '../../src/domain/mashup-request.js'
import type { Song } from '../../src/domain/song.js'
import { tuneText } from './tune-text.js'

type Example = [file: string, seed: number, input: MashupRequestInput]

/** Twelve songs to read in full: three levels, six subjects, every continent, in the library and outside it, with facts and without. */
const examples: readonly Example[] = [
  [
    'photosynthesis',
    7,
    {
      prompt: 'trap x baroque about photosynthesis',
      skillLevel: 'beginner',
      gradeLevel: 5,
      keyTerms: ['chlorophyll', 'glucose', 'oxygen'],
    },
  ],
  ['water-cycle', 3, { prompt: 'bossa nova x house about the water cycle', skillLevel: 'intermediate', gradeLevel: 6 }],
  ['gravity', 21, { prompt: 'bluegrass x synthwave about gravity', skillLevel: 'advanced', gradeLevel: 9 }],
  [
    'fractions',
    5,
    {
      prompt: 'salsa x lo-fi hip hop about fractions',
      skillLevel: 'beginner',
      gradeLevel: 4,
      keyTerms: ['numerator', 'denominator', 'half'],
    },
  ],
  [
    'prime-numbers',
    8,
    {
      prompt: 'polka x drum and bass about prime numbers',
      skillLevel: 'intermediate',
      gradeLevel: 6,
      facts: ['Two is the only even prime number.', 'A prime number has exactly two factors.'],
    },
  ],
  [
    'civil-rights',
    4,
    {
      prompt: 'gospel x highlife about the civil rights movement',
      skillLevel: 'advanced',
      gradeLevel: 10,
      facts: [
        'Rosa Parks kept her seat on a bus in Montgomery in 1955.',
        'The bus boycott lasted 381 days.',
        'The march on Washington was in August 1963.',
      ],
    },
  ],
  [
    'ancient-egypt',
    12,
    {
      prompt: 'arabic pop x dubstep about ancient Egypt',
      skillLevel: 'beginner',
      gradeLevel: 5,
      keyTerms: ['pharaoh', 'pyramid', 'Nile'],
    },
  ],
  ['rainforests', 9, { prompt: 'soukous x raga fusion about rainforests', skillLevel: 'intermediate', gradeLevel: 7 }],
  ['romeo-and-juliet', 2, { prompt: 'fado x r&b about Romeo and Juliet', skillLevel: 'advanced', gradeLevel: 10 }],
  ['sleep', 6, { prompt: 'lullaby x waiata about sleep', skillLevel: 'beginner', gradeLevel: 2 }],
  [
    'lighthouses',
    15,
    {
      prompt: 'sea shanty x enka about lighthouses',
      skillLevel: 'intermediate',
      gradeLevel: 6,
      keyTerms: ['beacon', 'coast', 'keeper'],
      facts: [
        'A lighthouse warns ships of rocks near the coast.',
        'The lighthouse of Alexandria stood for more than a thousand years.',
        'A lens bends the light into one bright beam.',
      ],
    },
  ],
  ['bicycles', 10, { prompt: 'klezmer x disco about bicycles', skillLevel: 'intermediate', gradeLevel: 7 }],
]

/** Writes the twelve songs as a person reads them, one file each, and removes what was there. */
export async function writeExamples(
  folder: string,
  compose: (input: MashupRequestInput, seed: number) => Promise<Song>,
) {
  mkdirSync(folder, { recursive: true })
  for (const file of readdirSync(folder)) if (file.endsWith('.txt')) rmSync(join(folder, file))
  for (const [at, [name, seed, input]] of examples.entries()) {
    const song = await compose(input, seed)
    const asked = [
      `Asked for: ${input.prompt}`,
      input.keyTerms && `key terms ${input.keyTerms.join(', ')}`,
      input.facts && `facts: ${input.facts.join(' ')}`,
    ]
    const file = `${String(at + 1).padStart(2, '0')}-${name}.txt`
    const head = `${asked.filter(Boolean).join('; ')}\nFor grade ${song.gradeLevel}, ${song.skillLevel}\n`
    writeFileSync(
      join(folder, file),
      `${head}\n${songForReading(song)}\n\nThe tune: syllables, pitches, lengths in quarter notes\n\n${tuneText(song)}`,
    )
  }
}

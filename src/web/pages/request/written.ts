import type { MashupRequestInput } from '../../../domain/mashup-request.js'

/** How one field of a request is asked for, and how it is written and read. */
interface WrittenField<Value> {
  shown: { label: string; hint: string; placeholder?: string; rows?: number; inputMode?: 'numeric' }
  write: (value: Value) => string
  /** `undefined`: what is written cannot be read. */
  read: (text: string) => Value | undefined
  /** Said where it cannot. */
  trouble?: string
}

const listed = (between: RegExp, joint: string) => ({
  write: (list: readonly string[]) => list.join(joint),
  read: (text: string): string[] =>
    text
      .split(between)
      .map((part) => part.trim())
      .filter(Boolean),
})

const wholeNumber = (least: number, most: number) => ({
  write: String,
  read: (text: string): number | undefined =>
    /^\d+$/.test(text.trim()) && Number(text) >= least && Number(text) <= most ? Number(text) : undefined,
})

/** The fields of a request that are written, on whatever page they are asked for. */
export const written = {
  gradeLevel: {
    shown: { label: 'School grade', hint: '1 to 12. The words are made to fit it.', inputMode: 'numeric' },
    ...wholeNumber(1, 12),
    trouble: 'School grades go from 1 to 12.',
  },
  keyTerms: {
    shown: {
      label: 'Words the song should use',
      hint: 'With commas between them. A song has room for some eight.',
      rows: 2,
    },
    ...listed(/[,;\n]/, ', '),
  },
  facts: {
    shown: {
      label: 'Facts the song should sing',
      hint: 'Each on a line of its own; the first go first. A topic of your own needs three, a song has room for some six.',
      placeholder: 'Bees dance to show where flowers are.\nA queen bee lays all the eggs.',
      rows: 5,
    },
    ...listed(/\n/, '\n'),
  },
  seed: {
    shown: {
      label: 'Seed',
      hint: 'The same wishes with the same seed give the same song.',
      inputMode: 'numeric',
    },
    ...wholeNumber(0, 2 ** 32 - 1),
    trouble: 'A seed is a whole number, such as 7.',
  },
} satisfies { [Name in keyof MashupRequestInput]?: WrittenField<NonNullable<MashupRequestInput[Name]>> }

export type WrittenName = keyof typeof written

/** A request as it stands in a form: lists and numbers as they are written, kinds of music as they are chosen or not. */
export interface RequestDraft {
  topic: string
  genres: (string | null)[]
  gradeLevel: string
  keyTerms: string
  facts: string
}

type Read = Required<Pick<MashupRequestInput, 'genres' | 'gradeLevel' | 'keyTerms' | 'facts'>>

export const draftOf = ({ topic, genres, gradeLevel, keyTerms, facts }: Read & { topic: string }): RequestDraft => ({
  topic,
  genres: [genres[0] ?? null, genres[1] ?? null, ...genres.slice(2)],
  gradeLevel: written.gradeLevel.write(gradeLevel),
  keyTerms: written.keyTerms.write(keyTerms),
  facts: written.facts.write(facts),
})

/** What a draft asks for, apart from its topic, which some give as a prompt. A grade that cannot be read is left out. */
export function read({ genres, gradeLevel, keyTerms, facts }: Omit<RequestDraft, 'topic'>) {
  const grade = written.gradeLevel.read(gradeLevel)
  return {
    genres: genres.filter((genre) => genre !== null),
    keyTerms: written.keyTerms.read(keyTerms),
    facts: written.facts.read(facts),
    ...(grade !== undefined && { gradeLevel: grade }),
  }
}

import type { LearningObjective } from '../domain/learning-objective.js'

/** The steps of making a song here, each with what the National Core Arts Standards for music ask of it. */
export const songSteps = [
  'hooks',
  'lyrics',
  'revise',
  'share',
  'analyse',
  'perform',
  'meaning',
  'connect',
  'culture',
] as const
export type SongStep = (typeof songSteps)[number]

export interface Standard {
  step: SongStep
  /** Process, anchor and component: "Cr1.1". */
  anchor: string
  process: 'Creating' | 'Performing' | 'Responding' | 'Connecting'
  /** Our own words for what a student of grades 1–4, 5–8 and 9–12 does; the standards' wording is not ours to print. */
  aims: readonly [string, string, string]
}

export const standards: readonly Standard[] = [
  {
    step: 'hooks',
    anchor: 'Cr1.1',
    process: 'Creating',
    aims: [
      'Try out short tunes and words for an idea and say which you like',
      'Invent several hooks for one idea and tell what each one does',
      'Invent themes for a purpose and judge how each serves it',
    ],
  },
  {
    step: 'lyrics',
    anchor: 'Cr2.1',
    process: 'Creating',
    aims: [
      'Choose lines that tell the idea and put them in order',
      'Build verses, chorus and chords that carry an idea, and write them down',
      'Shape words, harmony and form into a draft and explain the choices',
    ],
  },
  {
    step: 'revise',
    anchor: 'Cr3.1',
    process: 'Creating',
    aims: [
      'Change a line to make it better and say why',
      'Revise a song by stated criteria and feedback',
      'Refine a draft by criteria you have set yourself',
    ],
  },
  {
    step: 'share',
    anchor: 'Cr3.2',
    process: 'Creating',
    aims: [
      'Sing the finished song for others',
      'Present a finished song and tell how it was made',
      'Present a finished work and defend its craft',
    ],
  },
  {
    step: 'analyse',
    anchor: 'Re7.2',
    process: 'Responding',
    aims: [
      'Hear which parts repeat and which are new',
      'Describe how beat, chords and form work together',
      'Analyse how harmony, rhythm and form carry the meaning',
    ],
  },
  {
    step: 'perform',
    anchor: 'Pr4.2',
    process: 'Performing',
    aims: [
      'Show the beat and the phrases while you sing',
      'Read the form and the chords of a song before you perform it',
      'Use knowledge of theory to prepare a performance',
    ],
  },
  {
    step: 'meaning',
    anchor: 'Re8.1',
    process: 'Responding',
    aims: [
      'Tell what a song says and how it makes you feel',
      'Explain how words and music support one meaning',
      'Interpret a song from its words, its music and its setting',
    ],
  },
  {
    step: 'connect',
    anchor: 'Cn11.0',
    process: 'Connecting',
    aims: [
      'Link a song to something learned in another subject',
      'Show how a song can explain an idea of another subject',
      'Relate musical choices to knowledge of another field',
    ],
  },
  {
    step: 'culture',
    anchor: 'Cn10.0',
    process: 'Connecting',
    aims: [
      'Tell which music of your own life the song is near to',
      'Tell how interests and knowledge shape a musical choice',
      'Reflect on how experience shapes what you make and hear',
    ],
  },
]

const strands = { 9: 'Ia', 10: 'Ia', 11: 'IIa', 12: 'IIIa' } as Record<number, string>

/**
 * The code of a standard at a grade: "MU:Cr1.1.5a"; from grade 9 on with the strand of composition and theory: "MU:Cr1.1.C.Ia".
 * Source: National Core Arts Standards, music; codes only.
 */
export const codeAt = ({ anchor }: Standard, grade: number): string =>
  grade >= 9 ? `MU:${anchor}.C.${strands[grade]}` : `MU:${anchor}.${grade}a`

export const aimAt = ({ aims }: Standard, grade: number): string => aims[grade <= 4 ? 0 : grade <= 8 ? 1 : 2]

/** Every standard at every grade, once for each code: grades 9 and 10 share theirs. */
export const objectives: readonly LearningObjective[] = standards.flatMap((standard) => {
  const byCode = new Map<string, LearningObjective>()
  for (let grade = 1; grade <= 12; grade++) {
    const code = codeAt(standard, grade)
    const known = byCode.get(code)
    if (known) known.grades[1] = grade
    else byCode.set(code, { code, process: standard.process, grades: [grade, grade], text: aimAt(standard, grade) })
  }
  return [...byCode.values()]
})

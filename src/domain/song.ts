import { z } from 'zod'
import { placeSchema, qualitySchema } from './finding.js'
import { mashupRequestSchema, skillLevelSchema } from './mashup-request.js'
import { meterSchema } from './meter.js'

export const modes = ['major', 'minor', 'dorian', 'phrygian', 'lydian', 'mixolydian'] as const
export const modeSchema = z.enum(modes)
export type Mode = z.infer<typeof modeSchema>

/** `tonic` is a spelled pitch class: "C", "F#", "Eb". */
export const keySchema = z.strictObject({ tonic: z.string().regex(/^[A-G](#|b)?$/), mode: modeSchema })
export type Key = z.infer<typeof keySchema>

export const sectionKinds = ['intro', 'verse', 'pre-chorus', 'chorus', 'bridge', 'outro'] as const
export const sectionKindSchema = z.enum(sectionKinds)
export type SectionKind = z.infer<typeof sectionKindSchema>

/** `roman` is read with its case ("ii7", "V7/V", "bVI"); `symbol` is the same chord spelled in the song's key. */
export const chordSchema = z.strictObject({
  roman: z.string().min(1),
  symbol: z.string().min(1),
  beats: z.number().positive(),
})
export type Chord = z.infer<typeof chordSchema>

/** `midi` 0–127; `start` in beats (quarter notes) from the section's start; `syllable` is sung on this note ("" = held on). */
export const noteSchema = z.strictObject({
  midi: z.int().min(0).max(127),
  start: z.number().min(0),
  beats: z.number().positive(),
  syllable: z.string(),
})
export type Note = z.infer<typeof noteSchema>

/** One sung line. `rhyme` is the letter of its place in the section's scheme ("A", "B"), "" where it need not rhyme. */
export const lineSchema = z.strictObject({
  text: z.string().min(1),
  syllables: z.int().min(1),
  rhyme: z.string(),
  notes: z.array(noteSchema),
})
export type Line = z.infer<typeof lineSchema>

/** A section's length is the sum of its chords' beats. Intro and outro may have no lines. */
export const sectionSchema = z.strictObject({
  kind: sectionKindSchema,
  label: z.string(),
  chords: z.array(chordSchema).min(1),
  lines: z.array(lineSchema),
})
export type Section = z.infer<typeof sectionSchema>

export const blendLayers = ['groove', 'harmony', 'melody', 'form', 'timbre'] as const
export const blendLayerSchema = z.enum(blendLayers)
export type BlendLayer = z.infer<typeof blendLayerSchema>

/** Which layer comes from which genre, and why; and where the genres had to meet half way (tempo, metre, swing). */
export const blendSchema = z.strictObject({
  summary: z.string(),
  layers: z.array(z.strictObject({ layer: blendLayerSchema, genre: z.string(), reason: z.string() })).length(5),
  compromises: z.array(
    z.strictObject({ what: z.enum(['tempo', 'meter', 'swing', 'mode']), value: z.string(), reason: z.string() }),
  ),
})
export type Blend = z.infer<typeof blendSchema>

/** A bar of drums: one string per drum, one character per step (`meterShape(meter).step` beats): x hit, X accent, o soft, - rest. */
export const drumGridSchema = z.partialRecord(
  z.enum([
    'kick',
    'snare',
    'clap',
    'rim',
    'hat',
    'openHat',
    'ride',
    'shaker',
    'tom',
    'conga',
    'cowbell',
    'crash',
    'triangle',
  ]),
  z
    .string()
    .regex(/^[xXo-]+$/)
    .optional(),
)
export type DrumGrid = z.infer<typeof drumGridSchema>

/** How the band plays: enough to play the song again in years, whatever the knowledge base then says of its genres. */
export const arrangementSchema = z.strictObject({
  /** Where the off-beat eighth falls within its beat: 0.5 straight, 0.67 triplet swing. */
  swing: z.number().min(0.5).max(0.7),
  drums: z.strictObject({ groove: drumGridSchema, fill: drumGridSchema }),
  /** Step strings: x root, o fifth, 8 octave, a approach to the next chord, - rest (held). General MIDI programs count from 0. */
  bass: z.strictObject({ program: z.int().min(0).max(127), rhythm: z.string() }),
  /** Step strings: x strike the chord, ^ strike short, - hold or rest; `arpeggio` plays its notes one after the other. */
  chords: z.strictObject({ program: z.int().min(0).max(127), rhythm: z.string(), arpeggio: z.boolean() }),
  melody: z.strictObject({ program: z.int().min(0).max(127) }),
})
export type Arrangement = z.infer<typeof arrangementSchema>

export const hookOptionSchema = z.strictObject({ text: z.string().min(1), idea: z.string(), reason: z.string() })
export type HookOption = z.infer<typeof hookOptionSchema>

/** A note of music theory that points at the place of this song where it can be heard. */
export const theoryNoteSchema = z.strictObject({ concept: z.string(), text: z.string(), place: placeSchema })
export type TheoryNote = z.infer<typeof theoryNoteSchema>

export const objectiveSchema = z.strictObject({ code: z.string(), text: z.string(), place: placeSchema.optional() })
export type Objective = z.infer<typeof objectiveSchema>

/** Question of depth 1 (recall), 2 (explain), 3 (connect, judge), with a short answer for the teacher. */
export const questionSchema = z.strictObject({ question: z.string(), answer: z.string(), depth: z.int().min(1).max(3) })
export type Question = z.infer<typeof questionSchema>

export const educationSchema = z.strictObject({
  topic: z.string(),
  keyConcepts: z.array(z.strictObject({ term: z.string(), meaning: z.string() })),
  /** Facts that the song was made from; what is sung carries them. */
  facts: z.array(z.string()),
  culturalLearning: z.array(z.strictObject({ genre: z.string(), text: z.string() })),
  skillDevelopment: z.array(z.string()),
  objectives: z.array(objectiveSchema),
  questions: z.array(questionSchema),
})

export const songParts = ['education', 'blend', 'hooks', 'lyrics', 'theory'] as const
export type SongPart = (typeof songParts)[number]

/** Who made which part ("embedded", "ollama:llama3.1:8b-instruct-q4_K_M", "person") and what did not go as planned. */
export const provenanceSchema = z.strictObject({
  composer: z.string(),
  request: mashupRequestSchema,
  parts: z.array(z.strictObject({ part: z.enum(songParts), by: z.string(), attempts: z.int().min(0) })),
  /** Answers that were not taken, in order: who, for which part, and why, in plain words. */
  setbacks: z.array(z.strictObject({ part: z.enum(songParts), by: z.string(), why: z.string() })),
  iterations: z.int().min(1),
  /** True for the plain song that is handed over when everything else failed. */
  fallback: z.boolean(),
})
export type Provenance = z.infer<typeof provenanceSchema>

export const songSchema = z.strictObject({
  id: z.uuid(),
  title: z.string().min(1),
  seed: z.int(),
  language: z.string(),
  skillLevel: skillLevelSchema,
  gradeLevel: z.int().min(1).max(12),
  genres: z.array(z.string()).min(2).max(4),
  blend: blendSchema,
  key: keySchema,
  /** Quarter notes a minute. */
  tempo: z.int().min(30).max(240),
  meter: meterSchema,
  hook: z.string().min(1),
  hookOptions: z.array(hookOptionSchema).min(3).max(5),
  sections: z.array(sectionSchema).min(4),
  arrangement: arrangementSchema,
  theory: z.array(theoryNoteSchema),
  education: educationSchema,
  quality: qualitySchema,
  provenance: provenanceSchema,
})
export type Song = z.infer<typeof songSchema>

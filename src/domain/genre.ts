import { z } from 'zod'
import { meterSchema } from './meter.js'
import { drumGridSchema, modeSchema, sectionKindSchema } from './song.js'

const progressionsSchema = z.array(z.string().min(1)).min(1)

/** What is known of a genre. Written as data in src/knowledge/genres; see drumGridSchema and arrangementSchema for the step strings. */
export const genreSchema = z.strictObject({
  /** Lower-case words and hyphens: "drum-and-bass". */
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: z.string(),
  aliases: z.array(z.string()),
  region: z.enum([
    'Africa',
    'Asia',
    'Europe',
    'North America',
    'South America',
    'Caribbean',
    'Oceania',
    'Middle East',
    'Worldwide',
  ]),
  /** Quarter notes a minute, slowest and fastest. */
  tempo: z.tuple([z.int(), z.int()]),
  /** First is the usual one. */
  meters: z.array(meterSchema).min(1),
  feel: z.strictObject({
    /** 0.5 straight – 0.67 triplet. */
    swing: z.number().min(0.5).max(0.7),
    /** 0: on the beat – 1: mostly off it. */
    syncopation: z.number().min(0).max(1),
    text: z.string(),
  }),
  modes: z.array(modeSchema).min(1),
  /** The scales a melody leans on, in words a student can look up. */
  scales: z.array(z.string()).min(1),
  /** Roman numerals with case, one chord a word, one bar a chord; each string a phrase that may be repeated. */
  progressions: z.strictObject({ verse: progressionsSchema, chorus: progressionsSchema, bridge: progressionsSchema }),
  drums: z.strictObject({ groove: drumGridSchema, fill: drumGridSchema }),
  bassRhythm: z.string(),
  chordRhythm: z.string(),
  arpeggio: z.boolean(),
  /** General MIDI programs, counted from 0. */
  programs: z.strictObject({
    melody: z.int().min(0).max(127),
    chords: z.int().min(0).max(127),
    bass: z.int().min(0).max(127),
  }),
  instruments: z.array(z.string()).min(2),
  forms: z.array(z.array(sectionKindSchema)).min(1),
  origin: z.strictObject({ place: z.string(), period: z.string() }),
  /** Two careful sentences. */
  history: z.string(),
  listenFor: z.array(z.string()).min(2),
  neighbours: z.array(z.string()),
})
export type Genre = z.infer<typeof genreSchema>

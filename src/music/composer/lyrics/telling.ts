import type { Subject } from './lead-questions.js'

/** A fact that the song is to tell. */
export interface Telling {
  fact: string
  /** What is told, for `tells`: "own:3", "term:nectar". */
  tells: string
  order: number
  /** Added to its worth: the request's own facts come before a dictionary's. */
  worth: number
}

/** Two lines that tell one fact, or one fact each; they need not rhyme with each other. */
export interface HalfVerse {
  lines: readonly [string, string]
  tells: readonly string[]
  /** What must be told just before it, where it only makes sense behind that. */
  behind?: string
  order: number
  worth: number
  /** Who or what its fact is about. */
  subject: Subject | null
  /** Whether it asks and answers. */
  asks: boolean
}

/** How much chance there is in what a song likes to say: other seeds, other words. */
export const liking = 4

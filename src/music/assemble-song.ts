import type { MashupRequest } from '../domain/mashup-request.js'
import type { SongPlan } from '../domain/plan.js'
import type { Provenance, Song } from '../domain/song.js'
import type { EducationalContext, GenreAnalysis, Hooks, Lyrics, TheoryNotes } from '../domain/tasks.js'

/** What the agents made, ready to become a song. */
export interface SongParts {
  id: string
  request: MashupRequest
  plan: SongPlan
  analysis: GenreAnalysis
  education: EducationalContext
  hooks: Hooks
  hook: string
  lyrics: Lyrics
  theory: TheoryNotes
  provenance: Provenance
}

export declare function assembleSongSketch(parts: SongParts): Song

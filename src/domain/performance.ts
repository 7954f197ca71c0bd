/** What is heard: the song's melody and what the band plays around it. */
export const layers = ['melody', 'chords', 'bass', 'drums'] as const
export type Layer = (typeof layers)[number]

/** `start` and `beats` in quarter notes from the song's start, swing already in them; velocity 1–127; drums use General MIDI keys. */
export interface PlayedNote {
  layer: Layer
  midi: number
  start: number
  beats: number
  velocity: number
}

export interface Performance {
  /** Length of the song in quarter notes. */
  beats: number
  notes: PlayedNote[]
}

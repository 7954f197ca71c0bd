import type { Section, Song } from '../domain/song.js'

export const beatsOfSection = (section: Section): number => section.chords.reduce((sum, chord) => sum + chord.beats, 0)

/** Every section with the beat it starts on, counted from the song's start. */
export function sectionStarts(song: Pick<Song, 'sections'>): { section: Section; start: number }[] {
  let start = 0
  return song.sections.map((section) => {
    const here = { section, start }
    start += beatsOfSection(section)
    return here
  })
}

import type { Song } from '../domain/song.js'

/** The words alone, section by section, as plain UTF-8 text. */
export function toLyricsText(song: Song): string {
  const sections = song.sections
    .filter(({ lines }) => lines.length > 0)
    .map(({ label, lines }) => [label, ...lines.map(({ text }) => text)].join('\n'))
  return `${[song.title, ...sections].join('\n\n')}\n`
}

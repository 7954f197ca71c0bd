/** What a song can be taken away as: in words, and by the name that people know the format by. */
const fileWords = {
  'score.pdf': ['Sheet to print', 'PDF'],
  'song.mp3': ['Sound', 'MP3'],
  'song.mid': ['Notes for music programs', 'MIDI'],
  'song.musicxml': ['Score for music programs', 'MusicXML'],
  'lyrics.txt': ['Words', 'Text'],
  'score.png': ['Picture of the sheet', 'PNG'],
} as const

export type SongFile = keyof typeof fileWords
export const songFiles = Object.keys(fileWords) as SongFile[]

export function FileName({ of }: { of: SongFile }) {
  const [words, format] = fileWords[of]
  return (
    <>
      {words} <span className="soft small">{format}</span>
    </>
  )
}

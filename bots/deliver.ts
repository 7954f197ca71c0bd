import type { Context } from '../src/context.js'
import type { Song } from '../src/domain/song.js'
import { formats, type Wanted } from '../src/domain/song-file.js'
import { exportMashup } from '../src/mashups/export-mashup.js'
import type { ChatFile } from './card.js'

const soundSeconds = 30

const wanted: readonly (Wanted & { alt: (song: Song) => string })[] = [
  { format: 'score.png', alt: leadSheetInWords },
  {
    format: 'song.mp3',
    excerpt: soundSeconds,
    alt: ({ title }) => `${soundSeconds} seconds of “${title}”, from the chorus on`,
  },
  {
    format: 'score.pdf',
    alt: ({ title }) => `“${title}” for the classroom: lead sheet, words with chords, notes and questions`,
  },
  { format: 'song.mid', alt: ({ title }) => `“${title}” as MIDI` },
  { format: 'lyrics.txt', alt: ({ title }) => `The words of “${title}”` },
]

/** A song as files for a chat, each with words for those who do not see or hear it. */
export async function filesOf(ctx: Context, song: Song): Promise<ChatFile[]> {
  return await Promise.all(
    wanted.map(async ({ alt, ...file }) => {
      const { content, mediaType, fileName } = await exportMashup(ctx, { song, ...file })
      return { fileName, mediaType: mediaType ?? formats[file.format].mediaType, content, alt: alt(song) }
    }),
  )
}

/** A picture of notes says to who cannot see it what the piece is, and where the same is to be had in words. */
function leadSheetInWords({ title, key, tempo, sections }: Song): string {
  const parts = sections.map(({ label }) => label).join(', ')
  return `Lead sheet of “${title}”: ${key.tonic} ${key.mode}, ${tempo} beats a minute; ${parts}. The words are in the text file.`
}

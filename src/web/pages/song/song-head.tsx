import type { ReactNode } from 'react'
import type { Song } from '../../../domain/song.js'
import type { GenreInBrief } from '../../api/library.js'
import { Badge } from '../../design/card.js'
import { GenreLine } from './genre-line.js'
import { withSigns } from './signs.js'

interface SongHeadProps {
  song: Song
  genres: readonly GenreInBrief[]
  /** Its title, as deep in the page's headings as it belongs. */
  children: ReactNode
}

/** What a song is at a glance: what it blends, what it is called, what it is about and how it goes. */
export const SongHead = ({ song, genres, children }: SongHeadProps) => (
  <>
    <GenreLine blend={song.genres} genres={genres} />
    {children}
    <p className="row">
      <Badge>{song.education.topic}</Badge>
      <Badge>
        {withSigns(song.key.tonic)} {song.key.mode}
      </Badge>
      <Badge>{song.tempo} beats a minute</Badge>
      <Badge>{song.meter}</Badge>
    </p>
  </>
)

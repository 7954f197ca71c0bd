import type { ReactNode } from 'react'
import type { Song } from '../../../domain/song.js'
import type { GenreInBrief } from '../../api/library.js'
import type { Player } from '../../player/player.js'
import { usePlayer } from '../../player/use-player.js'
import { HeardSong } from '../song/heard-song.js'
import { LeadSheet } from '../song/lead-sheet.js'
import { SongHead } from '../song/song-head.js'
import { SongTabs } from '../song/song-tabs.js'
import { KeepSong } from './keep-song.js'
import './song-panel.css'

interface SongPanelProps {
  song: Song
  genres: readonly GenreInBrief[]
  /** How others may come to see it. */
  share?: ReactNode
  /** Of a page that begins to play it from elsewhere too. */
  player?: Player
  /** It sounds as soon as its notes are there: it was asked for. */
  atOnce?: boolean
}

/** A song inside a page that is about more than it: to see, to hear, to understand, to keep. */
export function SongPanel({ song, genres, share, player, atOnce = false }: SongPanelProps) {
  const own = usePlayer()
  return (
    <HeardSong song={song} player={player ?? own} atOnce={atOnce}>
      <article className="song-panel stack" aria-labelledby={`song-${song.id}`}>
        <header className="song-panel-head stack">
          <SongHead song={song} genres={genres}>
            <h2 id={`song-${song.id}`}>{song.title}</h2>
          </SongHead>
        </header>
        <LeadSheet song={song} />
        <SongTabs song={song} genres={genres} />
        <KeepSong song={song} />
        {share}
      </article>
    </HeardSong>
  )
}

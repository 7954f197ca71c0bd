import { useEffect, useRef } from 'react'
import type { Song } from '../../../domain/song.js'
import type { GenreInBrief } from '../../api/library.js'
import { BlendBand } from '../../design/blend-band.js'
import type { Player } from '../../player/player.js'
import { blendFamilies } from '../song/blend.js'
import { HeardSong } from '../song/heard-song.js'
import { LeadSheet } from '../song/lead-sheet.js'
import { SongHead } from '../song/song-head.js'
import { SongTabs } from '../song/song-tabs.js'
import { TakeAway } from './take-away.js'
import './song-view.css'

interface SongViewProps {
  song: Song
  genres: readonly GenreInBrief[]
  player: Player
  /** Somebody waited for it on this page: reading goes on at its title. */
  asked: boolean
  onHook: (hook: string) => void
  onAgain: () => void
  onNew: () => void
}

/** A song as a page of its own: to see, to hear, to understand, to take away. */
export function SongView({ song, genres, player, asked, ...next }: SongViewProps) {
  const title = useRef<HTMLHeadingElement>(null)

  // A page that is opened anew begins at its top by itself, and takes nobody's focus.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each song
  useEffect(() => {
    if (!asked) return
    title.current?.focus({ preventScroll: true })
    window.scrollTo({ top: 0 })
  }, [song.id])

  return (
    <HeardSong song={song} player={player}>
      <article className="song" aria-labelledby="song-title">
        <BlendBand families={blendFamilies(song.genres, genres)} />
        <header className="song-head within">
          <SongHead song={song} genres={genres}>
            <h1 id="song-title" ref={title} tabIndex={-1}>
              {song.title}
            </h1>
          </SongHead>
        </header>
        <div className="song-body within">
          <div className="song-beside">
            <LeadSheet song={song} />
            <SongTabs song={song} genres={genres} />
          </div>
          <TakeAway song={song} {...next} />
        </div>
      </article>
    </HeardSong>
  )
}

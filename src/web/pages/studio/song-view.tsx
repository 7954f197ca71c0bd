import { useEffect, useMemo, useRef, useState } from 'react'
import type { Song } from '../../../domain/song.js'
import type { GenreInBrief } from '../../api/library.js'
import { BlendBand } from '../../design/blend-band.js'
import { Badge } from '../../design/card.js'
import { Tabs } from '../../design/tabs.js'
import type { Player } from '../../player/player.js'
import { GenreLine } from './genre-line.js'
import { LeadSheet } from './lead-sheet.js'
import { BlendTab, ChecksTab, MusicTab, TopicTab } from './learn-tabs.js'
import { PointingContext } from './place-button.js'
import { PlayerBar } from './player-bar.js'
import { TakeAway } from './take-away.js'
import { blendFamilies, nameOfGenre } from './use-library.js'
import { useSongPlayer } from './use-song-player.js'
import { withSigns } from './words.js'
import { WordsTab } from './words-tab.js'

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

/** The song: to see, to hear, to understand, to take away. */
export function SongView({ song, genres, player, asked, onHook, onAgain, onNew }: SongViewProps) {
  const playing = useSongPlayer(player, song)
  const [marked, setMarked] = useState<number | null>(null)
  const title = useRef<HTMLHeadingElement>(null)
  const worn = blendFamilies(song.genres, genres)
  const nameOf = (id: string) => nameOfGenre(id, genres)
  const { playFrom } = playing

  // A page that is opened anew begins at its top by itself, and takes nobody's focus.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each song
  useEffect(() => {
    if (!asked) return
    title.current?.focus({ preventScroll: true })
    window.scrollTo({ top: 0 })
  }, [song.id])

  const pointing = useMemo(
    () => ({
      playing,
      point: (bar: number) => {
        setMarked(bar)
        playFrom(bar)
      },
    }),
    [playing, playFrom],
  )

  return (
    <PointingContext value={pointing}>
      <article className="song" aria-labelledby="song-title">
        <BlendBand families={worn} />
        <header className="song-head within">
          <GenreLine names={song.genres.map(nameOf)} worn={worn} />
          <h1 id="song-title" ref={title} tabIndex={-1}>
            {song.title}
          </h1>
          <p className="row">
            <Badge>{song.education.topic}</Badge>
            <Badge>
              {withSigns(song.key.tonic)} {song.key.mode}
            </Badge>
            <Badge>{song.tempo} beats a minute</Badge>
            <Badge>{song.meter}</Badge>
          </p>
        </header>
        <div className="song-body within">
          <div className="song-beside">
            <LeadSheet song={song} playing={playing} marked={marked} />
            <Tabs
              label="More about the song"
              tabs={[
                { id: 'words', name: 'Words', content: <WordsTab song={song} bars={playing.bars} /> },
                { id: 'music', name: 'How the music works', content: <MusicTab song={song} /> },
                { id: 'blend', name: 'The blend', content: <BlendTab song={song} worn={worn} nameOf={nameOf} /> },
                { id: 'topic', name: 'The topic', content: <TopicTab song={song} /> },
                { id: 'checks', name: 'Checks', content: <ChecksTab song={song} /> },
              ]}
            />
          </div>
          <TakeAway song={song} onHook={onHook} onAgain={onAgain} onNew={onNew} />
        </div>
      </article>
      <PlayerBar playing={playing} tempo={song.tempo} />
    </PointingContext>
  )
}

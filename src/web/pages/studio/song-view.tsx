import { useEffect, useMemo, useRef, useState } from 'react'
import type { Song } from '../../../domain/song.js'
import type { GenreInBrief } from '../../api/library.js'
import { BlendBand } from '../../design/blend-band.js'
import { Badge } from '../../design/card.js'
import { GenreMark } from '../../design/genre-mark.js'
import { Tabs } from '../../design/tabs.js'
import type { Player } from '../../player/player.js'
import { LeadSheet } from './lead-sheet.js'
import { BlendTab, ChecksTab, MusicTab, TopicTab } from './learn-tabs.js'
import { PointingContext } from './place-button.js'
import { PlayerBar } from './player-bar.js'
import { TakeAway } from './take-away.js'
import { blendFamilies } from './use-library.js'
import { useSongPlayer } from './use-song-player.js'
import { WordsTab } from './words-tab.js'

interface SongViewProps {
  song: Song
  genres: readonly GenreInBrief[]
  player: Player
  onAgain: () => void
  onNew: () => void
}

/** The song: to see, to hear, to understand, to take away. */
export function SongView({ song, genres, player, onAgain, onNew }: SongViewProps) {
  const playing = useSongPlayer(player, song)
  const [marked, setMarked] = useState<number | null>(null)
  const title = useRef<HTMLHeadingElement>(null)
  const worn = blendFamilies(song.genres, genres)
  const nameOf = (id: string) => genres.find((genre) => genre.id === id)?.name ?? id.replaceAll('-', ' ')
  const { playFrom } = playing

  // A new song is what the page is about now: reading goes on at its title.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each song
  useEffect(() => {
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
          <p className="song-genres">
            {song.genres.map((genre, at) => (
              <span key={genre} className="song-genre">
                {at > 0 && <span className="song-times">×</span>}
                {worn[at] && <GenreMark family={worn[at]} />}
                {nameOf(genre)}
              </span>
            ))}
          </p>
          <h1 id="song-title" ref={title} tabIndex={-1}>
            {song.title}
          </h1>
          <p className="row">
            <Badge>{song.education.topic}</Badge>
            <Badge>
              {song.key.tonic} {song.key.mode}
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
          <TakeAway song={song} onAgain={onAgain} onNew={onNew} />
        </div>
      </article>
      <PlayerBar playing={playing} tempo={song.tempo} />
    </PointingContext>
  )
}

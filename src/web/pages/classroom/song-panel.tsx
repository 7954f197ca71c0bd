import { type ReactNode, useMemo, useState } from 'react'
import type { Song } from '../../../domain/song.js'
import { ask } from '../../api/ask.js'
import type { GenreInBrief } from '../../api/library.js'
import { fileOf } from '../../api/songs.js'
import { Button } from '../../design/button.js'
import { Badge } from '../../design/card.js'
import { GenreMark } from '../../design/genre-mark.js'
import { Tabs } from '../../design/tabs.js'
import type { Player } from '../../player/player.js'
import { usePlayer } from '../../player/use-player.js'
import { LeadSheet } from '../studio/lead-sheet.js'
import { BlendTab, ChecksTab, MusicTab, TopicTab } from '../studio/learn-tabs.js'
import { PointingContext } from '../studio/place-button.js'
import { PlayerBar } from '../studio/player-bar.js'
import { useSongPlace } from '../studio/song-place.js'
import '../studio/studio.css'
import { blendFamilies } from '../studio/use-library.js'
import { useSongPlayer } from '../studio/use-song-player.js'
import { WordsTab } from '../studio/words-tab.js'
import { Trouble } from './launched.js'
import { useAct } from './use-act.js'

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
export function SongPanel({ song, genres, share, player: given, atOnce = false }: SongPanelProps) {
  const own = usePlayer()
  const playing = useSongPlayer(given ?? own, song, atOnce)
  const [marked, setMarked] = useState<number | null>(null)
  const worn = blendFamilies(song.genres, genres)
  const nameOf = (id: string) => genres.find((genre) => genre.id === id)?.name ?? id.replaceAll('-', ' ')
  const { playFrom } = playing
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
      <article className="song song-panel stack" aria-labelledby={`song-${song.id}`}>
        <header className="stack song-panel-head">
          <p className="song-genres">
            {song.genres.map((genre, at) => (
              <span key={genre} className="song-genre">
                {at > 0 && <span className="song-times">×</span>}
                {worn[at] && <GenreMark family={worn[at]} />}
                {nameOf(genre)}
              </span>
            ))}
          </p>
          <h2 id={`song-${song.id}`}>{song.title}</h2>
          <p className="row">
            <Badge>
              {song.key.tonic} {song.key.mode}
            </Badge>
            <Badge>{song.tempo} beats a minute</Badge>
            <Badge>{song.meter}</Badge>
          </p>
        </header>
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
        <Keep song={song} />
        {share}
      </article>
      <PlayerBar playing={playing} tempo={song.tempo} />
    </PointingContext>
  )
}

const files = [
  ['score.pdf', 'Sheet to print', 'PDF'],
  ['song.mp3', 'Sound', 'MP3'],
  ['song.musicxml', 'Score for music programs', 'MusicXML'],
] as const

/** Fetched with the page's token and then handed to the browser to keep: a plain link would come without it. */
async function save(place: string, name: string): Promise<void> {
  const response = await ask(fileOf(place, name))
  const told = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '')?.[1]
  const address = URL.createObjectURL(await response.blob())
  const link = document.createElement('a')
  link.href = address
  link.download = told ?? name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

function Keep({ song }: { song: Song }) {
  const place = useSongPlace(song)
  const { busy, problem, act } = useAct()
  return (
    <section className="stack" aria-label="Take it with you">
      <ul className="row">
        {files.map(([name, words, kind]) => (
          <li key={name}>
            <Button icon="download" isDisabled={busy} onPress={() => act(() => save(place, name))}>
              {words} <span className="soft small">{kind}</span>
            </Button>
          </li>
        ))}
      </ul>
      {problem && <Trouble problem={problem} />}
    </section>
  )
}

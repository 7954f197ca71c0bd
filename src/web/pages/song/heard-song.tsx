import { type ReactNode, useMemo, useState } from 'react'
import type { Song } from '../../../domain/song.js'
import type { Player } from '../../player/player.js'
import { HeardContext } from './heard.js'
import { PlayerBar } from './player-bar.js'
import { useSongPlayer } from './use-song-player.js'

interface HeardSongProps {
  song: Song
  player: Player
  /** It sounds as soon as its notes are there: it was asked for. */
  atOnce?: boolean
  /** How it is shown; each part of it knows what is heard. */
  children: ReactNode
}

/** A song on a player, which stands at the foot of what is shown of it. */
export function HeardSong({ song, player, atOnce = false, children }: HeardSongProps) {
  const playing = useSongPlayer(player, song, atOnce)
  const [marked, setMarked] = useState<number | null>(null)
  const { playFrom } = playing
  const heard = useMemo(
    () => ({
      playing,
      marked,
      point: (bar: number) => {
        setMarked(bar)
        playFrom(bar)
      },
    }),
    [playing, marked, playFrom],
  )
  return (
    <HeardContext value={heard}>
      {children}
      <PlayerBar playing={playing} tempo={song.tempo} />
    </HeardContext>
  )
}

import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Song } from '../../../domain/song.js'
import { asProblem, type Problem } from '../../api/problem.js'
import { readScore } from '../../api/songs.js'
import type { Player } from '../../player/player.js'
import { readMidi } from '../../player/read-midi.js'
import type { Score } from '../../player/score.js'
import { usePlayerValue } from '../../player/use-player.js'
import { type Bars, barsOf } from './bars.js'
import { useSongPlace } from './song-place.js'

export interface SongPlayer {
  player: Player
  bars: Bars
  /** That sounds, or that it would play on from; counted from 1. */
  bar: number
  sounding: boolean
  /** What kept it from playing. */
  trouble: string | null
  playFrom: (bar: number) => void
  toggle: () => void
  seek: (bar: number) => void
}

/**
 * A song on the page's player. Notes and sounds are fetched as soon as the song is there, so that play plays at once; `atOnce`:
 * it plays by itself then, after a press that asked for it.
 */
export function useSongPlayer(player: Player, song: Song, atOnce = false): SongPlayer {
  const [score, setScore] = useState<Score | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const bars = useMemo(() => barsOf(song), [song])
  const place = useSongPlace(song)

  useEffect(() => {
    const leaving = new AbortController()
    readScore(place, leaving.signal).then(
      (file) => {
        const read = readMidi(file)
        setScore(read)
        player.load(song.id, read)
        player.prepare()
        if (atOnce) player.play(0)
      },
      (thrown) => leaving.signal.aborted || setProblem(asProblem(thrown)),
    )
    return () => {
      leaving.abort()
      player.stop()
    }
  }, [player, song.id, place, atOnce])

  const mine = usePlayerValue(player, ({ title }) => title === song.id)
  const status = usePlayerValue(player, (now) => (now.title === song.id ? now.status : 'silent'))
  const bar = usePlayerValue(player, (now) =>
    now.title === song.id ? Math.min(bars.count, Math.floor(now.beat / bars.beats + 1e-6) + 1) : 1,
  )
  const sounding = status === 'playing' || status === 'starting'

  const playFrom = useCallback(
    (from: number) => {
      if (!score) return
      if (player.title !== song.id) player.load(song.id, score)
      player.play((from - 1) * bars.beats)
    },
    [player, score, song.id, bars.beats],
  )

  return {
    player,
    bars,
    bar,
    sounding,
    trouble: problem ? 'The notes of this song did not come.' : status === 'failed' ? player.why : null,
    playFrom,
    toggle: () => {
      if (sounding) player.pause()
      else if (mine) player.play()
      else playFrom(1)
    },
    seek: (to) => player.seek((to - 1) * bars.beats),
  }
}

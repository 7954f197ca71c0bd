import { useEffect, useRef } from 'react'
import type { Player } from '../../player/player.js'

/** Five lines that swell with the sound; nothing where it is silent. */
export function Level({ player, sounding }: { player: Player; sounding: boolean }) {
  const lines = useRef<HTMLDivElement>(null)
  useEffect(
    () =>
      player.subscribe(() => {
        const level = player.level
        lines.current?.style.setProperty('--level', String(Math.min(1, Math.sqrt(level) * 1.8)))
        lines.current?.setAttribute('data-level', level.toFixed(4))
        lines.current?.setAttribute('data-beat', player.beat.toFixed(3))
      }),
    [player],
  )
  return (
    <div ref={lines} className="player-level" aria-hidden="true" data-sounding={sounding} data-level="0" data-beat="0">
      {[0, 1, 2, 3, 4].map((line) => (
        <span key={line} />
      ))}
    </div>
  )
}

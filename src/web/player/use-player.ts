import { useEffect, useState, useSyncExternalStore } from 'react'
import { Player } from './player.js'

/** One player for the page, closed with it. */
export function usePlayer(): Player {
  const [player] = useState(() => new Player())
  useEffect(() => () => player.close(), [player])
  return player
}

/** Something of the player, told anew when it changes; `read` gives a number or a word, as it is asked on every frame. */
export const usePlayerValue = <T extends string | number | boolean | null>(
  player: Player,
  read: (player: Player) => T,
): T => useSyncExternalStore(player.subscribe, () => read(player))

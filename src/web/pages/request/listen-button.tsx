import { readGenre } from '../../api/library.js'
import { Button } from '../../design/button.js'
import { grooveOf } from '../../player/groove.js'
import type { Player } from '../../player/player.js'
import { usePlayerValue } from '../../player/use-player.js'

/** Plays four bars of how a genre goes, or stops them. */
export function ListenButton({
  genre,
  player,
  words,
}: {
  genre: { id: string; name: string }
  player: Player
  words?: string
}) {
  const mine = usePlayerValue(
    player,
    ({ title, status }) => title === genre.id && (status === 'starting' || status === 'playing'),
  )
  async function listen() {
    if (mine) return player.stop()
    player.prepare()
    player.load(genre.id, grooveOf(await readGenre(genre.id)))
    player.play(0)
  }
  return (
    <Button
      look={words ? 'quiet' : 'plain'}
      icon={mine ? 'stop' : 'play'}
      aria-label={mine ? `Stop ${genre.name}` : `Listen to ${genre.name}`}
      onPress={() => void listen().catch(() => player.stop())}
    >
      {words && (mine ? 'Stop' : words)}
    </Button>
  )
}

import type { Layer } from '../../../domain/performance.js'
import { Slider } from '../../design/slider.js'
import { ToggleChip } from '../../design/toggle.js'
import type { Player } from '../../player/player.js'
import { layerNames } from '../../player/score.js'
import { usePlayerValue } from '../../player/use-player.js'
import './mixer.css'

const layerWords: Record<Layer, string> = { melody: 'Melody', chords: 'Chords', bass: 'Bass', drums: 'Drums' }

const Layers = ({ player }: { player: Player }) => {
  // One word that changes when any of them does.
  usePlayerValue(player, ({ muted, soloed }) => `${[...muted].join()}/${[...soloed].join()}`)
  return (
    <ul className="mixer-layers">
      {layerNames.map((layer) => (
        <li key={layer} className="mixer-layer" data-heard={player.isHeard(layer)}>
          <strong>{layerWords[layer]}</strong>
          <ToggleChip
            on={player.muted.has(layer)}
            onChange={() => player.toggle('muted', layer)}
            label={`Mute ${layerWords[layer].toLowerCase()}`}
          >
            Mute
          </ToggleChip>
          <ToggleChip
            on={player.soloed.has(layer)}
            onChange={() => player.toggle('soloed', layer)}
            label={`Solo ${layerWords[layer].toLowerCase()}`}
          >
            Solo
          </ToggleChip>
        </li>
      ))}
    </ul>
  )
}

/** How fast it goes, and who is heard. */
export function Mixer({ player, tempo }: { player: Player; tempo: number }) {
  const rate = usePlayerValue(player, (now) => now.rate)
  return (
    <div className="mixer" id="mixer">
      <Slider
        label="Tempo"
        value={Math.round(rate * 100)}
        onChange={(percent) => player.setRate(percent / 100)}
        min={60}
        max={120}
        step={5}
        said={`${Math.round(rate * 100)}%, ${Math.round(rate * tempo)} beats a minute`}
      />
      <Layers player={player} />
    </div>
  )
}

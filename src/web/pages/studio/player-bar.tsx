import { useEffect, useRef, useState } from 'react'
import type { Layer } from '../../../domain/performance.js'
import { Button } from '../../design/button.js'
import { Callout } from '../../design/card.js'
import { Slider } from '../../design/slider.js'
import { ToggleChip } from '../../design/toggle.js'
import type { Player } from '../../player/player.js'
import { layerNames } from '../../player/score.js'
import { usePlayerValue } from '../../player/use-player.js'
import { sectionAt } from './bars.js'
import type { SongPlayer } from './use-song-player.js'

const layerWords: Record<Layer, string> = { melody: 'Melody', chords: 'Chords', bass: 'Bass', drums: 'Drums' }

/** Five lines that swell with the sound; nothing where it is silent. */
function Level({ player, sounding }: { player: Player; sounding: boolean }) {
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

const asClock = (seconds: number) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`

/** Minutes and seconds, of how many, at the speed that it plays with. Screen readers are told of bars by the slider. */
function Clock({ playing: { player, bars, bar }, tempo, at }: { playing: SongPlayer; tempo: number; at: number }) {
  const perMinute = usePlayerValue(player, ({ rate }) => rate) * tempo
  const second = usePlayerValue(player, ({ beat }) => Math.floor((beat * 60) / perMinute))
  const sought = ((at - 1) * bars.beats * 60) / perMinute
  return (
    <span aria-hidden="true">
      {asClock(at === bar ? second : sought)}{' '}
      <span className="soft">/ {asClock((bars.count * bars.beats * 60) / perMinute)}</span>
    </span>
  )
}

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

/** Play, where it is, how fast, and who is heard. Always in reach at the foot of the page. */
export function PlayerBar({ playing, tempo }: { playing: SongPlayer; tempo: number }) {
  const { player, bars, bar, sounding, trouble, toggle, seek } = playing
  const [mixing, setMixing] = useState(false)
  const [sought, setSought] = useState<number | null>(null)
  const rate = usePlayerValue(player, (now) => now.rate)
  const shown = sought ?? bar
  const section = sectionAt(shown, bars)?.section.label ?? ''
  return (
    <section className="player" aria-label="Player">
      <div className="player-within">
        {trouble && <Callout tone="care" title={trouble} />}
        {mixing && (
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
        )}
        <div className="player-row">
          <Button
            look="main"
            icon={sounding ? 'pause' : 'play'}
            aria-label={sounding ? 'Pause' : 'Play'}
            onPress={toggle}
          />
          <div className="player-place">
            <div className="player-names">
              <span>
                <strong>{section}</strong> · bar {shown} of {bars.count}
              </span>
              <span className="player-clock">
                <Level player={player} sounding={sounding} />
                <Clock playing={playing} tempo={tempo} at={shown} />
              </span>
            </div>
            <Slider
              bare
              label="Place in the song"
              value={shown}
              min={1}
              max={bars.count}
              said={`bar ${shown}, ${section}`}
              onChange={setSought}
              onChangeEnd={(to) => {
                setSought(null)
                seek(to)
              }}
              marks={bars.sections.map(({ first, section: { kind } }) => (
                <span
                  key={first}
                  className={`player-mark${kind === 'chorus' ? ' player-mark-chorus' : ''}`}
                  style={{ left: `${((first - 1) / Math.max(1, bars.count - 1)) * 100}%` }}
                  aria-hidden="true"
                />
              ))}
            />
          </div>
          <Button
            aria-expanded={mixing}
            aria-controls={mixing ? 'mixer' : undefined}
            onPress={() => setMixing(!mixing)}
          >
            Mixer
          </Button>
        </div>
      </div>
    </section>
  )
}

import { useState } from 'react'
import { Button } from '../../design/button.js'
import { Callout } from '../../design/card.js'
import { Slider } from '../../design/slider.js'
import { usePlayerValue } from '../../player/use-player.js'
import { sectionAt } from './bars.js'
import { Mixer } from './mixer.js'
import { Level } from './player-level.js'
import type { SongPlayer } from './use-song-player.js'
import './player-bar.css'

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

/** Play, where it is, how fast, and who is heard. Always in reach at the foot of the page. */
export function PlayerBar({ playing, tempo }: { playing: SongPlayer; tempo: number }) {
  const { player, bars, bar, sounding, trouble, toggle, seek } = playing
  const [mixing, setMixing] = useState(false)
  const [sought, setSought] = useState<number | null>(null)
  const shown = sought ?? bar
  const section = sectionAt(shown, bars)?.section.label ?? ''
  return (
    <section className="player" aria-label="Player">
      <div className="player-within">
        {trouble && <Callout tone="care" title={trouble} />}
        {mixing && <Mixer player={player} tempo={tempo} />}
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

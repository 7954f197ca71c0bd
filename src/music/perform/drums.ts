import { type Meter, meterShape } from '../../domain/meter.js'
import type { Arrangement, DrumGrid } from '../../domain/song.js'
import type { BarCue, Stage } from './stage.js'

/** Keys of the General MIDI 1 percussion map. */
const keys: Record<keyof DrumGrid, number> = {
  kick: 36,
  rim: 37,
  snare: 38,
  clap: 39,
  hat: 42,
  tom: 45,
  openHat: 46,
  crash: 49,
  ride: 51,
  cowbell: 56,
  conga: 63,
  shaker: 70,
  triangle: 81,
}

const velocities: Record<string, number> = { X: 112, x: 92, o: 58 }

/** Drums that make a bridge thick; left out there while others keep the time. */
const extras: ReadonlySet<string> = new Set(['openHat', 'clap', 'cowbell', 'crash'])

export function playDrums(
  { groove, fill }: Arrangement['drums'],
  meter: Meter,
  cues: readonly BarCue[],
  stage: Stage,
): void {
  const { step } = meterShape(meter)
  const keeping = Object.keys(groove).filter((drum) => !extras.has(drum))
  const kit = groove.snare !== undefined || groove.hat !== undefined
  for (const cue of cues) {
    const { start, kind } = cue
    if (cue.lastOfSong) {
      stage.play('drums', keys[groove.kick ? 'kick' : 'tom'], start, step, velocities.x!, kind)
      if (kit) stage.play('drums', keys.crash, start, 2, velocities.x!, kind)
      continue
    }
    if (kit && kind === 'chorus' && cue.firstOfSection) stage.play('drums', keys.crash, start, 1, velocities.x!, kind)
    const grid = cue.lastOfSection ? fill : groove
    for (const [drum, steps] of Object.entries(grid)) {
      if (kind === 'bridge' && extras.has(drum) && keeping.length > 0) continue
      for (const [at, stroke] of Array.from(steps).entries())
        if (stroke !== '-')
          stage.play('drums', keys[drum as keyof DrumGrid], start + at * step, step, velocities[stroke]!, kind)
    }
  }
}

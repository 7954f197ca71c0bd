import type { Genre } from '../../domain/genre.js'
import { modeDegrees } from '../../domain/mode.js'
import { channels, inOrder, note, type Score, type TimedMessage } from './score.js'

/** General MIDI percussion keys. */
const drumKeys: Record<string, number> = {
  kick: 36,
  snare: 38,
  clap: 39,
  rim: 37,
  hat: 42,
  openHat: 46,
  ride: 51,
  shaker: 70,
  tom: 45,
  conga: 63,
  cowbell: 56,
  crash: 49,
  triangle: 81,
}
const velocities: Record<string, number> = { x: 92, X: 118, o: 56 }

const degrees = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii']

/** Half steps above the tonic, lowest first: enough of a Roman numeral to hear where a phrase goes. */
function chordOf(roman: string, mode: Genre['modes'][number]): number[] {
  const [chord = 'I', target] = roman.split('/')
  const [, accidental = '', numeral = 'I', rest = ''] = /^([b#]?)([IViv]+)(.*)$/.exec(chord) ?? []
  const scale = accidental || target ? modeDegrees.major : modeDegrees[mode]
  const shift = { b: -1, '#': 1 }[accidental] ?? 0
  const above = target ? chordOf(target, mode)[0]! : 0
  const root = (scale[degrees.indexOf(numeral.toLowerCase())] ?? 0) + shift + above
  const third = numeral === numeral.toLowerCase() ? 3 : 4
  const fifth = /[°o]|dim|b5/.test(rest) ? 6 : 7
  const seventh = /maj7|Δ/.test(rest) ? [11] : rest.includes('7') ? [10] : []
  return [root, root + third, root + fifth, ...seventh]
}

/** As close to middle C as may be. */
const near = (pitch: number, low: number): number => low + ((((pitch - low) % 12) + 12) % 12)
const tonic = 57

/** Four bars of how a genre goes: its drums, its bass and its chords, at its own pace. */
export function grooveOf(genre: Genre): Score {
  const meter = genre.meters[0] ?? '4/4'
  const [count = 4, unit = 4] = meter.split('/').map(Number)
  const bar = (count * 4) / unit
  const mode = genre.modes[0] ?? 'major'
  const phrase = (genre.progressions.verse[0] ?? 'I').split(/\s+/)
  const bars = 4
  const messages: TimedMessage[] = (['chords', 'bass'] as const).map((layer) => ({
    beat: 0,
    status: 0xc0 | channels[layer],
    data1: genre.programs[layer],
    data2: 0,
  }))

  const strike = (pattern: string, at: number, play: (beat: number, beats: number, sign: string) => void) => {
    const step = bar / pattern.length
    for (const [index, sign] of [...pattern].entries()) {
      if (sign === '-') continue
      const rest = pattern.slice(index + 1).search(/[^-]/)
      const length = (rest === -1 ? pattern.length - index : rest + 1) * step
      play(at + index * step, length, sign)
    }
  }

  for (let index = 0; index < bars; index++) {
    const at = index * bar
    const chord = chordOf(phrase[index % phrase.length]!, mode)
    const root = near(tonic + chord[0]!, 36)
    const tones: Record<string, number> = { x: root, o: root + 7, '8': root + 12, a: root - 1 }
    const drums = index === bars - 1 ? genre.drums.fill : genre.drums.groove
    for (const [drum, pattern] of Object.entries(drums))
      strike(pattern ?? '', at, (beat, _, sign) =>
        messages.push(...note('drums', drumKeys[drum] ?? 38, velocities[sign] ?? 90, beat, 0.2)),
      )
    strike(genre.bassRhythm, at, (beat, beats, sign) =>
      messages.push(...note('bass', tones[sign] ?? root, 96, beat, beats * 0.9)),
    )
    let turn = 0
    strike(genre.chordRhythm, at, (beat, beats, sign) => {
      const pitches = chord.map((pitch) => near(tonic + pitch, 55))
      const played = genre.arpeggio ? [pitches[turn++ % pitches.length]!] : pitches
      for (const pitch of played) messages.push(...note('chords', pitch, 72, beat, sign === '^' ? 0.25 : beats * 0.95))
    })
  }
  const [slow, fast] = genre.tempo
  return { beats: bars * bar, tempo: (slow + fast) / 2, messages: inOrder(messages) }
}

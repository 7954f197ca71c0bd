import type { Layer } from '../../domain/performance.js'

/** General MIDI: drums live on channel 10, counted from 0 here. */
export const channels: Record<Layer, number> = { melody: 0, chords: 1, bass: 2, drums: 9 }
export const layerNames = Object.keys(channels) as Layer[]

/** A channel message (MIDI 1.0, table 1) at its time, in beats from the start. */
export interface TimedMessage {
  beat: number
  status: number
  data1: number
  data2: number
}

/** What the band plays from. Messages are in the order of their beats. */
export interface Score {
  /** Quarter notes. */
  beats: number
  /** Quarter notes a minute. */
  tempo: number
  messages: TimedMessage[]
}

/** Note offs come before note ons of the same moment, so that a repeated note is struck anew. */
const order = ({ status }: TimedMessage): number => [0x8, 0xb, 0xc, 0xe, 0x9].indexOf(status >> 4)
export const inOrder = (messages: TimedMessage[]): TimedMessage[] =>
  messages.sort((a, b) => a.beat - b.beat || order(a) - order(b))

export const note = (layer: Layer, midi: number, velocity: number, beat: number, beats: number): TimedMessage[] => [
  { beat, status: 0x90 | channels[layer], data1: midi, data2: velocity },
  { beat: beat + beats, status: 0x80 | channels[layer], data1: midi, data2: 0 },
]

import type { Filling } from './filling.js'

/** A song's own way of telling, so that seeds differ where facts are few: it tells, asks, or shows. */
export const voices = ['tell', 'ask', 'show'] as const
export type Voice = (typeof voices)[number]
const shows = /^(See|Watch|Here|In|On|At|Near|From|For|Under)\b|: (that's|those are)/

/** What it is worth that a filling is told in the song's voice. */
export function suitsVoice({ lines, asks }: Filling, voice: Voice): number {
  if (voice === 'ask') return Math.min(2, asks) * 1.5
  const shown = lines.some((line) => shows.test(line))
  if (voice === 'show') return shown ? 2 : 0
  return asks > 0 || shown ? 0 : 1.5
}

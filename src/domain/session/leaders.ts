import type { ParticipantRole } from './stages.js'

interface Somebody {
  role: ParticipantRole
  here: boolean
}

/**
 * Who may close a stage, stop the AI and end the session, of people in the order of their coming: its host, and teachers who
 * take part. A host who has left is stood in for by whoever came first, so that nobody waits for a teacher who only looked in.
 */
export function leadersOf<T extends Somebody>(people: readonly T[]): T[] {
  const here = people.filter((one) => one.here)
  const leaders = here.filter(({ role }) => role !== 'member')
  const isHosted = leaders.some(({ role }) => role === 'host') || !people.some(({ role }) => role === 'host')
  const first = here.find(({ role }) => role === 'member')
  return first && (!isHosted || leaders.length === 0) ? [...leaders, first] : leaders
}

import { z } from 'zod'
import { eventSchema, type RecordedEvent } from './events.js'
import { surfaceSchema } from './stages.js'
import { participantOf, type SessionState } from './state.js'

/** An event as it is shown: `by` is the participant's number in the session, `null` where it was nobody's. */
export const shownEventSchema = z.strictObject({
  seq: z.int(),
  by: z.int().nullable(),
  surface: surfaceSchema.nullable(),
  at: z.iso.datetime(),
  event: eventSchema,
})
export type ShownEvent = z.infer<typeof shownEventSchema>

export type Viewer = 'everybody' | 'teachers' | { person: string }

/**
 * People are told by their number, whose name the view has or has not: an id would tell the same person in two sessions. A text
 * that was held, and why, is for its author and for teachers alone.
 */
export function showEvent(state: SessionState, record: RecordedEvent, viewer: Viewer): ShownEvent {
  const { seq, by, surface, event } = record
  const at = new Date(record.at).toISOString()
  const number = by === null ? null : (participantOf(state, by)?.number ?? null)
  const seen = viewer === 'teachers' || (viewer !== 'everybody' && viewer.person === by)
  const kept = event.type === 'textHeld' && !seen ? { ...event, held: { ...event.held, text: '', why: '' } } : event
  return { seq, by: number, surface, at, event: kept }
}

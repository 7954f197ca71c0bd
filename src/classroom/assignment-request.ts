import { z } from 'zod'
import type { AssignmentSettings } from '../domain/assignment.js'
import { type MashupRequestInput, mashupRequestInputSchema } from '../domain/mashup-request.js'

/** What a student may add to an assignment: what the teacher left free. */
export const songWishSchema = z.strictObject({
  genres: mashupRequestInputSchema.shape.genres.describe('Genres beside those that the teacher chose'),
  skillLevel: mashupRequestInputSchema.shape.skillLevel.describe('Where the teacher left it free'),
  seed: mashupRequestInputSchema.shape.seed,
})
export type SongWish = z.infer<typeof songWishSchema>

const some = <T>(items: T[]): T[] | undefined => (items.length > 0 ? items : undefined)

/** An assignment's settings as the request for a song. What the teacher fixed, no wish changes. */
export function assignmentRequest(settings: AssignmentSettings, wish: SongWish = {}): MashupRequestInput {
  const { topic, genres, keyTerms, facts, gradeLevel, skillLevel } = settings
  const added = genres.length < 2 ? (wish.genres ?? []) : []
  return {
    prompt: `A song about ${topic}`,
    topic,
    genres: some([...genres, ...added]),
    keyTerms: some(keyTerms),
    facts: some(facts),
    gradeLevel,
    skillLevel: skillLevel ?? wish.skillLevel,
    seed: wish.seed,
  }
}

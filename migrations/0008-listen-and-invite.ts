import type { Step } from '../src/db/migrate.js'

/**
 * Of a session: the songs of the arrangements that are offered, by their ids, so that each can be heard before the vote; and its
 * invitation, sealed, so that the link can be shown again.
 */
export const up: Step = async (client) => {
  await client.query('ALTER TABLE sessions ADD COLUMN offered json, ADD COLUMN invitation_sealed bytea')
}

export const down: Step = async (client) => {
  await client.query('ALTER TABLE sessions DROP COLUMN offered, DROP COLUMN invitation_sealed')
}

import type { Step } from '../src/db/migrate.js'
import { questionOfStaleRooms } from './0010-chat-rooms.js'

/**
 * A room whose message could not be brought up to date waits, longer each time, and those that were never refused come before
 * it: channels that the platform forbids, however many, keep nobody waiting.
 */
export const up: Step = async (client) => {
  await client.query(`
    ALTER TABLE chat_rooms ADD COLUMN tries int NOT NULL DEFAULT 0, ADD COLUMN try_at timestamptz NOT NULL DEFAULT '-infinity';
    DROP FUNCTION lmm_stale_chat_rooms;
    ${questionOfStaleRooms({ also: ', tries int', of: ', r.tries', where: 'AND r.try_at <= now()', order: 'r.tries, s.updated_at' })}
  `)
}

export const down: Step = async (client) => {
  await client.query(`
    DROP FUNCTION lmm_stale_chat_rooms;
    ${questionOfStaleRooms()}
    ALTER TABLE chat_rooms DROP COLUMN tries, DROP COLUMN try_at;
  `)
}

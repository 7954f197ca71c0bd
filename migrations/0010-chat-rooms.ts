import type { Step } from '../src/db/migrate.js'

/**
 * Where sessions are open in a chat, songs that were asked for there, and what people did that is not answered yet. A room is
 * followed by its row: whatever process looks next sees which messages do not say what their session says.
 */
export const up: Step = async (client) => {
  await client.query(tables)
  await client.query(questions)
}

export const down: Step = async (client) => {
  await client.query(`
    DROP FUNCTION lmm_stale_chat_rooms, lmm_chat_songs_made, lmm_lose_chat_rooms;
    DROP TABLE chat_inbox, chat_songs, chat_rooms;
  `)
}

const tables = `
  -- Thread and message are null until the platform has made them.
  CREATE TABLE chat_rooms (
    id uuid PRIMARY KEY,
    tenant_id uuid NOT NULL DEFAULT lmm_tenant(),
    session_id uuid NOT NULL,
    platform text NOT NULL CHECK (platform IN ('slack', 'discord')),
    space text NOT NULL,
    channel text NOT NULL,
    thread text,
    message text,
    opened_by text NOT NULL,
    shown_seq int NOT NULL DEFAULT 0,
    state text NOT NULL DEFAULT 'opening' CHECK (state IN ('opening', 'open', 'closed', 'lost')),
    trouble text,
    delivered_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    FOREIGN KEY (tenant_id, session_id) REFERENCES sessions (tenant_id, id) ON DELETE CASCADE
  );
  CREATE UNIQUE INDEX chat_rooms_one_in_a_channel ON chat_rooms (session_id, platform, space, channel) WHERE state IN ('opening', 'open');
  CREATE UNIQUE INDEX chat_rooms_of_interaction ON chat_rooms (tenant_id, platform, opened_by);
  CREATE INDEX chat_rooms_of_channel ON chat_rooms (tenant_id, platform, space, channel, created_at);
  CREATE INDEX chat_rooms_open ON chat_rooms (platform) WHERE state = 'open';

  CREATE TABLE chat_songs (
    song_id uuid NOT NULL REFERENCES songs ON DELETE CASCADE,
    tenant_id uuid NOT NULL DEFAULT lmm_tenant(),
    person text NOT NULL,
    platform text NOT NULL CHECK (platform IN ('slack', 'discord')),
    space text NOT NULL,
    channel text NOT NULL,
    thread text,
    asked_by text NOT NULL,
    told_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, platform, asked_by)
  );
  CREATE INDEX chat_songs_waiting ON chat_songs (platform) WHERE told_at IS NULL;

  -- What somebody did, sealed; emptied when it is answered. The row stays for a while: what comes again is known by it.
  CREATE TABLE chat_inbox (
    platform text NOT NULL,
    id text NOT NULL,
    sealed bytea,
    tries int NOT NULL DEFAULT 1,
    -- The process that serves it, by the name that it holds as long as it lives (see hold.ts).
    holder text NOT NULL,
    held_until timestamptz NOT NULL,
    taken_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (platform, id)
  );
  CREATE INDEX chat_inbox_waiting ON chat_inbox (platform, held_until) WHERE sealed IS NOT NULL;

  CALL lmm_protect('chat_rooms');
  CALL lmm_protect('chat_songs');
`

/** Rooms whose message is behind; with what a later migration knows of them. */
export function questionOfStaleRooms({ also = '', of = '', where = '', order = 's.updated_at' } = {}): string {
  return `
  CREATE FUNCTION lmm_stale_chat_rooms(of_platform text, at_most int)
  RETURNS TABLE (tenant uuid, id uuid, session uuid, space text, channel text, thread text, message text, seq int, is_over boolean${also})
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$ BEGIN
    PERFORM set_config('lmm.system', 'on', true);
    RETURN QUERY
      SELECT r.tenant_id, r.id, r.session_id, r.space, r.channel, r.thread, r.message, s.seq, s.stage IN ('finished', 'cancelled')${of}
      FROM chat_rooms r JOIN sessions s ON s.id = r.session_id
      WHERE r.platform = of_platform AND r.state = 'open' AND (s.seq > r.shown_seq OR s.stage IN ('finished', 'cancelled')) ${where}
      ORDER BY ${order} LIMIT at_most;
    PERFORM set_config('lmm.system', '', true);
  END $$;
  REVOKE ALL ON FUNCTION lmm_stale_chat_rooms FROM PUBLIC;
  DO $$ BEGIN
    GRANT EXECUTE ON FUNCTION lmm_stale_chat_rooms TO lmm_service;
  EXCEPTION WHEN undefined_object THEN NULL;
  END $$;`
}

/** A follower serves all schools: these three tell it where there is something to do. The rest is read in the school they name. */
const questions = `
  ${questionOfStaleRooms()}

  CREATE FUNCTION lmm_chat_songs_made(of_platform text, at_most int)
  RETURNS TABLE (tenant uuid, song uuid, person text, space text, channel text, thread text, asked_by text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$ BEGIN
    PERFORM set_config('lmm.system', 'on', true);
    RETURN QUERY
      SELECT c.tenant_id, c.song_id, c.person, c.space, c.channel, c.thread, c.asked_by
      FROM chat_songs c JOIN songs ON songs.id = c.song_id
      WHERE c.platform = of_platform AND c.told_at IS NULL AND songs.status <> 'pending'
      ORDER BY c.created_at LIMIT at_most;
    PERFORM set_config('lmm.system', '', true);
  END $$;

  CREATE FUNCTION lmm_lose_chat_rooms(of_platform text, of_space text, why text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$ BEGIN
    PERFORM set_config('lmm.system', 'on', true);
    UPDATE chat_rooms SET state = 'lost', trouble = why
    WHERE platform = of_platform AND space = of_space AND state IN ('opening', 'open');
    DELETE FROM chat_songs WHERE platform = of_platform AND space = of_space AND told_at IS NULL;
    PERFORM set_config('lmm.system', '', true);
  END $$;

  REVOKE ALL ON FUNCTION lmm_chat_songs_made, lmm_lose_chat_rooms FROM PUBLIC;
  DO $$ BEGIN
    GRANT EXECUTE ON FUNCTION lmm_chat_songs_made, lmm_lose_chat_rooms TO lmm_service;
    GRANT SELECT, INSERT, UPDATE, DELETE ON chat_inbox TO lmm_service;
  EXCEPTION WHEN undefined_object THEN NULL;
  END $$;
`

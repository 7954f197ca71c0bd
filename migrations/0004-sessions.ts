import type { Step } from '../src/db/migrate.js'

/**
 * Sessions: what has happened in each (the truth), the state that this makes (kept so that nobody has to read it all), which
 * commands were carried out, and the turns of the AI that wait or run.
 */
export const up: Step = async (client) => {
  await client.query(tables)
}

export const down: Step = async (client) => {
  await client.query('DROP TABLE session_turns, session_commands, session_members, session_events, sessions')
}

const tables = `
  CREATE TABLE sessions (
    id uuid PRIMARY KEY,
    tenant_id uuid NOT NULL DEFAULT lmm_tenant() REFERENCES tenants ON DELETE CASCADE,
    assignment_id uuid,
    course_id uuid,
    invitation bytea NOT NULL,
    seq int NOT NULL,
    stage text NOT NULL,
    state jsonb NOT NULL,
    song json,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (tenant_id, id),
    FOREIGN KEY (tenant_id, assignment_id) REFERENCES assignments (tenant_id, id) ON DELETE CASCADE,
    FOREIGN KEY (tenant_id, course_id) REFERENCES courses (tenant_id, id) ON DELETE CASCADE
  );
  CREATE INDEX sessions_of_assignment ON sessions (tenant_id, assignment_id, created_at) WHERE assignment_id IS NOT NULL;

  CREATE TABLE session_events (
    session_id uuid NOT NULL,
    tenant_id uuid NOT NULL DEFAULT lmm_tenant(),
    seq int NOT NULL CHECK (seq > 0),
    person text,
    surface text,
    event json NOT NULL,
    at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (session_id, seq),
    FOREIGN KEY (tenant_id, session_id) REFERENCES sessions (tenant_id, id) ON DELETE CASCADE
  );
  CREATE POLICY never_changed ON session_events AS RESTRICTIVE FOR UPDATE USING (false);

  CREATE TABLE session_members (
    session_id uuid NOT NULL,
    tenant_id uuid NOT NULL DEFAULT lmm_tenant(),
    person text NOT NULL,
    joined_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (session_id, person),
    FOREIGN KEY (tenant_id, session_id) REFERENCES sessions (tenant_id, id) ON DELETE CASCADE
  );
  CREATE INDEX session_members_of_person ON session_members (tenant_id, person, joined_at DESC);

  CREATE TABLE session_commands (
    session_id uuid NOT NULL,
    tenant_id uuid NOT NULL DEFAULT lmm_tenant(),
    id text NOT NULL,
    seq int NOT NULL,
    PRIMARY KEY (session_id, id),
    FOREIGN KEY (tenant_id, session_id) REFERENCES sessions (tenant_id, id) ON DELETE CASCADE
  );

  CREATE TABLE session_turns (
    id uuid PRIMARY KEY,
    tenant_id uuid NOT NULL DEFAULT lmm_tenant(),
    session_id uuid NOT NULL,
    state text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'running', 'over')),
    created_at timestamptz NOT NULL DEFAULT now(),
    FOREIGN KEY (tenant_id, session_id) REFERENCES sessions (tenant_id, id) ON DELETE CASCADE
  );
  CREATE INDEX session_turns_waiting ON session_turns (tenant_id, created_at) WHERE state = 'queued';

  CALL lmm_protect('sessions');
  CALL lmm_protect('session_events');
  CALL lmm_protect('session_members');
  CALL lmm_protect('session_commands');
  CALL lmm_protect('session_turns');
`

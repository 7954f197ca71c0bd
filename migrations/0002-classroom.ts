import type { Step } from '../src/db/migrate.js'

/**
 * People, courses, assignments, what is handed in, the grades, and the outbox of grades on their way to a gradebook.
 * `services` is what a surface needs to reach its LMS; the core carries it and does not read it.
 */
export const up: Step = async (client) => {
  await client.query(tables)
}

export const down: Step = async (client) => {
  await client.query(
    'DROP TABLE passbacks, grades, submissions, assignment_songs, assignments, assignment_setups, memberships, courses, people',
  )
}

const tables = `
  CREATE TABLE people (
    id uuid PRIMARY KEY,
    tenant_id uuid NOT NULL DEFAULT lmm_tenant() REFERENCES tenants ON DELETE CASCADE,
    subject text NOT NULL,
    name text,
    created_at timestamptz NOT NULL DEFAULT now(),
    erased_at timestamptz,
    UNIQUE (tenant_id, subject),
    UNIQUE (tenant_id, id)
  );

  CREATE TABLE courses (
    id uuid PRIMARY KEY,
    tenant_id uuid NOT NULL DEFAULT lmm_tenant() REFERENCES tenants ON DELETE CASCADE,
    context_id text NOT NULL,
    title text,
    services jsonb NOT NULL DEFAULT '{}',
    roster jsonb,
    created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (tenant_id, context_id),
    UNIQUE (tenant_id, id)
  );

  CREATE TABLE memberships (
    tenant_id uuid NOT NULL DEFAULT lmm_tenant(),
    course_id uuid NOT NULL,
    person_id uuid NOT NULL,
    role text NOT NULL CHECK (role IN ('student', 'teacher', 'assistant', 'observer')),
    seen_at timestamptz NOT NULL DEFAULT now(),
    left_at timestamptz,
    PRIMARY KEY (course_id, person_id),
    FOREIGN KEY (tenant_id, course_id) REFERENCES courses (tenant_id, id) ON DELETE CASCADE,
    FOREIGN KEY (tenant_id, person_id) REFERENCES people (tenant_id, id) ON DELETE CASCADE
  );
  CREATE INDEX memberships_of_person ON memberships (tenant_id, person_id);

  -- What a teacher set up inside the LMS: the activities made of it name it, and so do their copies.
  CREATE TABLE assignment_setups (
    id uuid PRIMARY KEY,
    tenant_id uuid NOT NULL DEFAULT lmm_tenant(),
    course_id uuid NOT NULL,
    settings jsonb NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    FOREIGN KEY (tenant_id, course_id) REFERENCES courses (tenant_id, id) ON DELETE CASCADE
  );

  CREATE TABLE assignments (
    id uuid PRIMARY KEY,
    tenant_id uuid NOT NULL DEFAULT lmm_tenant(),
    course_id uuid NOT NULL,
    resource_link_id text NOT NULL,
    title text NOT NULL,
    settings jsonb,
    services jsonb NOT NULL DEFAULT '{}',
    copied_from text,
    setup_id uuid REFERENCES assignment_setups ON DELETE SET NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (tenant_id, resource_link_id),
    UNIQUE (tenant_id, id),
    FOREIGN KEY (tenant_id, course_id) REFERENCES courses (tenant_id, id) ON DELETE CASCADE
  );
  CREATE INDEX assignments_of_course ON assignments (tenant_id, course_id);

  -- Songs that were made for an assignment: those that may be handed in there.
  CREATE TABLE assignment_songs (
    tenant_id uuid NOT NULL DEFAULT lmm_tenant(),
    assignment_id uuid NOT NULL,
    song_id uuid NOT NULL REFERENCES songs ON DELETE CASCADE,
    person_id uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (assignment_id, song_id),
    FOREIGN KEY (tenant_id, assignment_id) REFERENCES assignments (tenant_id, id) ON DELETE CASCADE,
    FOREIGN KEY (tenant_id, person_id) REFERENCES people (tenant_id, id) ON DELETE CASCADE
  );
  CREATE INDEX assignment_songs_of_person ON assignment_songs (tenant_id, person_id, assignment_id);
  CREATE INDEX assignment_songs_of_song ON assignment_songs (song_id);

  CREATE TABLE submissions (
    id uuid PRIMARY KEY,
    tenant_id uuid NOT NULL DEFAULT lmm_tenant(),
    assignment_id uuid NOT NULL,
    person_id uuid NOT NULL,
    song_id uuid NOT NULL REFERENCES songs ON DELETE CASCADE,
    group_id uuid,
    revision int NOT NULL DEFAULT 1,
    submitted_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (assignment_id, person_id),
    FOREIGN KEY (tenant_id, assignment_id) REFERENCES assignments (tenant_id, id) ON DELETE CASCADE,
    FOREIGN KEY (tenant_id, person_id) REFERENCES people (tenant_id, id) ON DELETE CASCADE
  );

  CREATE INDEX submissions_of_song ON submissions (song_id);

  -- The song that the grade speaks of, which a later submission does not change.
  CREATE TABLE grades (
    id uuid PRIMARY KEY,
    tenant_id uuid NOT NULL DEFAULT lmm_tenant(),
    assignment_id uuid NOT NULL,
    person_id uuid NOT NULL,
    points numeric(8, 2) NOT NULL CHECK (points >= 0),
    comment text NOT NULL DEFAULT '',
    graded_by uuid NOT NULL,
    song_id uuid REFERENCES songs ON DELETE SET NULL,
    revision int NOT NULL DEFAULT 1,
    graded_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (assignment_id, person_id),
    FOREIGN KEY (tenant_id, assignment_id) REFERENCES assignments (tenant_id, id) ON DELETE CASCADE,
    FOREIGN KEY (tenant_id, person_id) REFERENCES people (tenant_id, id) ON DELETE CASCADE
  );

  -- One row for each (person, line item): what is to arrive in the gradebook, and what became of it.
  CREATE TABLE passbacks (
    id uuid PRIMARY KEY,
    tenant_id uuid NOT NULL DEFAULT lmm_tenant(),
    assignment_id uuid NOT NULL,
    person_id uuid NOT NULL,
    grade_revision int NOT NULL,
    score jsonb NOT NULL,
    state text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'sent', 'confirmed', 'refused', 'needs attention')),
    reason text,
    attempts int NOT NULL DEFAULT 0,
    updated_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (assignment_id, person_id),
    FOREIGN KEY (tenant_id, assignment_id) REFERENCES assignments (tenant_id, id) ON DELETE CASCADE,
    FOREIGN KEY (tenant_id, person_id) REFERENCES people (tenant_id, id) ON DELETE CASCADE
  );
  CREATE INDEX passbacks_not_done ON passbacks (tenant_id, assignment_id) WHERE state <> 'confirmed';

  CALL lmm_protect('people');
  CALL lmm_protect('courses');
  CALL lmm_protect('memberships');
  CALL lmm_protect('assignment_setups');
  CALL lmm_protect('assignments');
  CALL lmm_protect('assignment_songs');
  CALL lmm_protect('submissions');
  CALL lmm_protect('grades');
  CALL lmm_protect('passbacks');
`

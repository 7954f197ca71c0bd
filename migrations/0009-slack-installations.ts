import type { Step } from '../src/db/migrate.js'

/**
 * What the Slack door knows of workspaces: the token of each, sealed; what it has posted, so that a second try finds the first;
 * and which events it has heard. A workspace is known before any school is, so none of it is under a tenant; it holds ids of
 * Slack's, and nothing of any person.
 */
export const up: Step = async (client) => {
  await client.query(`
    CREATE TABLE slack_installations (
      space text PRIMARY KEY,
      sealed bytea NOT NULL,
      installed_at timestamptz NOT NULL
    );

    CREATE TABLE slack_posts (
      space text NOT NULL,
      key text NOT NULL,
      ts text NOT NULL,
      posted_at timestamptz NOT NULL,
      PRIMARY KEY (space, key)
    );
    CREATE INDEX slack_posts_age ON slack_posts (posted_at);

    CREATE TABLE slack_events (
      id text PRIMARY KEY,
      heard_at timestamptz NOT NULL
    );

    DO $$ BEGIN
      GRANT SELECT, INSERT, UPDATE, DELETE ON slack_installations, slack_posts, slack_events TO lmm_service;
    EXCEPTION WHEN undefined_object THEN NULL;
    END $$;
  `)
}

export const down: Step = async (client) => {
  await client.query('DROP TABLE slack_events, slack_posts, slack_installations')
}

import type { Step } from '../src/db/migrate.js'

/**
 * Tenants and what holds them apart. Every table with a tenant is laid under `lmm_protect`: the service sees and writes the
 * rows of the tenant that its transaction names (`lmm.tenant`), and none while it names none.
 */
export const up: Step = async (client) => {
  await client.query(serviceRole)
  await client.query(isolation)
  await client.query(tables)
  await client.query(enqueue)
}

/** The role stays: it belongs to the whole cluster, and other databases may work with it. */
export const down: Step = async (client) => {
  await client.query(`
    DROP FUNCTION lmm_enqueue;
    DROP TABLE api_tokens, songs, tenants;
    DROP PROCEDURE lmm_protect;
    DROP FUNCTION lmm_tenant;
    DO $$ BEGIN
      REVOKE ALL ON SCHEMA public FROM lmm_service;
    EXCEPTION WHEN undefined_object THEN NULL;
    END $$;
  `)
}

/**
 * Roles belong to the cluster, so two databases may make it at once: whoever comes second finds it there. A user who may not
 * make roles goes without: FORCE ROW LEVEL SECURITY then binds that user itself.
 */
const serviceRole = `
  DO $$ BEGIN
    CREATE ROLE lmm_service NOLOGIN NOSUPERUSER NOBYPASSRLS;
  EXCEPTION WHEN duplicate_object OR unique_violation OR insufficient_privilege THEN NULL;
  END $$;

  DO $$ BEGIN
    IF NOT pg_has_role('lmm_service', 'MEMBER') THEN EXECUTE format('GRANT lmm_service TO %I', current_user); END IF;
    GRANT USAGE ON SCHEMA public TO lmm_service;
  EXCEPTION WHEN undefined_object OR unique_violation OR insufficient_privilege THEN NULL;
  END $$;
`

const isolation = `
  CREATE FUNCTION lmm_tenant() RETURNS uuid LANGUAGE sql STABLE AS
    $$ SELECT nullif(current_setting('lmm.tenant', true), '')::uuid $$;

  -- The owner's own policy is for work over all tenants; it holds only while that work has switched lmm.system on.
  CREATE PROCEDURE lmm_protect(relation regclass, tenant_column name DEFAULT 'tenant_id') LANGUAGE plpgsql AS $$ BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', relation);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', relation);
    EXECUTE format('CREATE POLICY tenant ON %s USING (%I = lmm_tenant()) WITH CHECK (%2$I = lmm_tenant())', relation, tenant_column);
    EXECUTE format($p$ CREATE POLICY system ON %s TO CURRENT_USER USING (current_setting('lmm.system', true) = 'on') $p$, relation);
    IF to_regrole('lmm_service') IS NOT NULL THEN
      EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO lmm_service', relation);
    END IF;
  END $$;
`

const tables = `
  CREATE TABLE tenants (
    id uuid PRIMARY KEY,
    name text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
  );
  INSERT INTO tenants (id, name) VALUES ('00000000-0000-4000-8000-000000000001', 'local');

  CREATE TABLE songs (
    id uuid PRIMARY KEY,
    tenant_id uuid NOT NULL DEFAULT lmm_tenant() REFERENCES tenants ON DELETE CASCADE,
    person text NOT NULL,
    status text NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'ready', 'failed')),
    request jsonb NOT NULL,
    -- json, not jsonb: it keeps the order of keys, so that a song read back is the same bytes.
    song json,
    error_code text,
    created_at timestamptz NOT NULL DEFAULT now(),
    finished_at timestamptz,
    CHECK ((status = 'ready') = (song IS NOT NULL)),
    CHECK ((status = 'failed') = (error_code IS NOT NULL))
  );
  CREATE INDEX songs_of_person ON songs (tenant_id, person, created_at DESC);

  CREATE TABLE api_tokens (
    id uuid PRIMARY KEY,
    tenant_id uuid NOT NULL DEFAULT lmm_tenant() REFERENCES tenants ON DELETE CASCADE,
    name text NOT NULL,
    person text NOT NULL,
    role text NOT NULL,
    scopes text[],
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz
  );
  CREATE INDEX api_tokens_of_tenant ON api_tokens (tenant_id, created_at DESC);

  CALL lmm_protect('tenants', 'id');
  CALL lmm_protect('songs');
  CALL lmm_protect('api_tokens');
`

/** The service may put a job into the queue, inside its own transaction, and may see nothing of the queue itself. */
const enqueue = `
  CREATE FUNCTION lmm_enqueue(task text, payload json, job_key text, run_at timestamptz, max_attempts int, queue text)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$ BEGIN
    PERFORM graphile_worker.add_job(
      identifier => task, payload => payload, queue_name => queue, run_at => run_at,
      max_attempts => max_attempts, job_key => job_key);
  END $$;
  REVOKE ALL ON FUNCTION lmm_enqueue FROM PUBLIC;
  DO $$ BEGIN
    GRANT EXECUTE ON FUNCTION lmm_enqueue TO lmm_service;
  EXCEPTION WHEN undefined_object THEN NULL;
  END $$;
`

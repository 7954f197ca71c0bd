import type { Step } from '../src/db/migrate.js'

/**
 * What the LTI door knows. A registration is found before anybody knows the tenant, so these tables but the launches are
 * under no tenant; they hold addresses, public ids, digests and encrypted keys, and nothing of any person.
 */
export const up: Step = async (client) => {
  await client.query(tables)
  await client.query(grants)
}

export const down: Step = async (client) => {
  await client.query(`
    DROP FUNCTION lti_new_tenant;
    DROP TABLE page_codes, lti_launches, lti_states, lti_keys, lti_invites, lti_deployments, lti_registrations;
  `)
}

const tables = `
  CREATE TABLE lti_registrations (
    id uuid PRIMARY KEY,
    name text NOT NULL,
    family text NOT NULL DEFAULT 'other' CHECK (family IN ('canvas', 'moodle', 'other')),
    issuer text NOT NULL,
    client_id text NOT NULL,
    auth_url text NOT NULL,
    token_url text NOT NULL,
    token_audience text,
    jwks_url text NOT NULL,
    scopes text[] NOT NULL DEFAULT '{}',
    hosts text[] NOT NULL DEFAULT '{}',
    origins text[] NOT NULL DEFAULT '{}',
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    disabled_at timestamptz,
    UNIQUE (issuer, client_id)
  );

  -- A deployment is a tenant.
  CREATE TABLE lti_deployments (
    id uuid PRIMARY KEY,
    registration_id uuid NOT NULL REFERENCES lti_registrations ON DELETE CASCADE,
    deployment_id text NOT NULL,
    tenant_id uuid NOT NULL UNIQUE REFERENCES tenants ON DELETE CASCADE,
    created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (registration_id, deployment_id)
  );

  CREATE TABLE lti_invites (
    digest bytea PRIMARY KEY,
    family text NOT NULL CHECK (family IN ('canvas', 'moodle', 'other')),
    expires_at timestamptz NOT NULL,
    used_at timestamptz,
    registration_id uuid REFERENCES lti_registrations ON DELETE SET NULL
  );

  CREATE TABLE lti_keys (
    kid text PRIMARY KEY,
    public_jwk jsonb NOT NULL,
    private_jwk bytea NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    signs_from timestamptz NOT NULL DEFAULT now(),
    retired_at timestamptz
  );

  -- A login that was begun: digests of its state, its nonce and the secret that its browser holds.
  CREATE TABLE lti_states (
    state_digest bytea PRIMARY KEY,
    nonce_digest bytea NOT NULL,
    browser_digest bytea,
    registration_id uuid NOT NULL REFERENCES lti_registrations ON DELETE CASCADE,
    deployment_id text,
    target_link_uri text NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz
  );
  CREATE INDEX lti_states_expiry ON lti_states (expires_at);

  CREATE TABLE lti_launches (
    id uuid PRIMARY KEY,
    tenant_id uuid NOT NULL DEFAULT lmm_tenant(),
    deployment uuid NOT NULL REFERENCES lti_deployments ON DELETE CASCADE,
    person_id uuid NOT NULL,
    course_id uuid NOT NULL,
    assignment_id uuid,
    role text NOT NULL,
    message_type text NOT NULL,
    details jsonb NOT NULL DEFAULT '{}',
    created_at timestamptz NOT NULL DEFAULT now(),
    FOREIGN KEY (tenant_id, person_id) REFERENCES people (tenant_id, id) ON DELETE CASCADE,
    FOREIGN KEY (tenant_id, course_id) REFERENCES courses (tenant_id, id) ON DELETE CASCADE,
    FOREIGN KEY (tenant_id, assignment_id) REFERENCES assignments (tenant_id, id) ON DELETE CASCADE
  );
  CREATE INDEX lti_launches_of_person ON lti_launches (tenant_id, person_id, created_at DESC);

  -- The way from a launch to its page: whose page it will be (opaque ids alone), used once, within a minute.
  CREATE TABLE page_codes (
    digest bytea PRIMARY KEY,
    actor jsonb NOT NULL,
    expires_at timestamptz NOT NULL
  );

  CALL lmm_protect('lti_launches');
  CREATE POLICY never_changed ON lti_launches AS RESTRICTIVE FOR UPDATE USING (false);
`

/** The service reads and writes the door's own tables; a tenant it makes only by the one function that also names its deployment. */
const grants = `
  CREATE FUNCTION lti_new_tenant(new_tenant uuid, tenant_name text, deployment uuid, registration uuid, lms_deployment_id text)
  RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  DECLARE known uuid;
  BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(registration::text || lms_deployment_id, 0));
    SELECT tenant_id INTO known FROM lti_deployments d WHERE d.registration_id = registration AND d.deployment_id = lms_deployment_id;
    IF known IS NOT NULL THEN RETURN known; END IF;
    PERFORM set_config('lmm.tenant', new_tenant::text, true);
    INSERT INTO tenants (id, name) VALUES (new_tenant, tenant_name);
    INSERT INTO lti_deployments (id, registration_id, deployment_id, tenant_id) VALUES (deployment, registration, lms_deployment_id, new_tenant);
    RETURN new_tenant;
  END $$;
  REVOKE ALL ON FUNCTION lti_new_tenant FROM PUBLIC;

  DO $$ BEGIN
    GRANT EXECUTE ON FUNCTION lti_new_tenant TO lmm_service;
    GRANT SELECT, INSERT, UPDATE, DELETE
      ON lti_registrations, lti_invites, lti_keys, lti_states, page_codes TO lmm_service;
    GRANT SELECT ON lti_deployments TO lmm_service;
  EXCEPTION WHEN undefined_object THEN NULL;
  END $$;
`

import type { Step } from '../src/db/migrate.js'

/** Schools whose learning platform is switched off, and word of it to every process that has pages open (src/db/closed-tenants.ts). */
export const up: Step = async (client) => {
  await client.query(`
    CREATE VIEW closed_tenants AS
      SELECT d.tenant_id AS tenant FROM lti_deployments d JOIN lti_registrations r ON r.id = d.registration_id
      WHERE r.disabled_at IS NOT NULL;

    CREATE FUNCTION lti_tell_switched() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      PERFORM pg_notify('lmm_closed_tenants', '');
      RETURN NULL;
    END $$;
    CREATE TRIGGER told_when_switched AFTER UPDATE OF disabled_at ON lti_registrations
      FOR EACH ROW WHEN (OLD.disabled_at IS DISTINCT FROM NEW.disabled_at) EXECUTE FUNCTION lti_tell_switched();

    DO $$ BEGIN
      GRANT SELECT ON closed_tenants TO lmm_service;
    EXCEPTION WHEN undefined_object THEN NULL;
    END $$;
  `)
}

export const down: Step = async (client) => {
  await client.query(`
    DROP TRIGGER told_when_switched ON lti_registrations;
    DROP FUNCTION lti_tell_switched;
    DROP VIEW closed_tenants;
  `)
}

import type { Step } from '../src/db/migrate.js'

/**
 * Rows of all schools whose time is over, for the job that sweeps (src/privacy/sweep.ts): it tells a time and gets a number, and
 * sees none of them. Launches come in the order of their time, for which a BRIN index costs a launch next to nothing.
 */
export const up: Step = async (client) => {
  await client.query(`
    CREATE INDEX lti_launches_age ON lti_launches USING brin (created_at);

    CREATE FUNCTION lti_forget_launches(before timestamptz, at_most int) RETURNS int
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$ DECLARE gone int; BEGIN
      PERFORM set_config('lmm.system', 'on', true);
      DELETE FROM lti_launches WHERE id IN (SELECT id FROM lti_launches WHERE created_at < before LIMIT at_most);
      GET DIAGNOSTICS gone = ROW_COUNT;
      PERFORM set_config('lmm.system', '', true);
      RETURN gone;
    END $$;

    CREATE FUNCTION lmm_forget_link_codes(before timestamptz, at_most int) RETURNS int
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$ DECLARE gone int; BEGIN
      PERFORM set_config('lmm.system', 'on', true);
      DELETE FROM link_codes WHERE digest IN (
        SELECT digest FROM link_codes WHERE expires_at < before LIMIT at_most FOR UPDATE SKIP LOCKED);
      GET DIAGNOSTICS gone = ROW_COUNT;
      PERFORM set_config('lmm.system', '', true);
      RETURN gone;
    END $$;

    REVOKE ALL ON FUNCTION lti_forget_launches, lmm_forget_link_codes FROM PUBLIC;
    DO $$ BEGIN
      GRANT EXECUTE ON FUNCTION lti_forget_launches, lmm_forget_link_codes TO lmm_service;
    EXCEPTION WHEN undefined_object THEN NULL;
    END $$;
  `)
}

export const down: Step = async (client) => {
  await client.query('DROP FUNCTION lti_forget_launches, lmm_forget_link_codes; DROP INDEX lti_launches_age')
}

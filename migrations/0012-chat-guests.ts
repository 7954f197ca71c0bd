import type { Step } from '../src/db/migrate.js'

/** Where somebody of a chat has taken part as a guest: asked by themself, of all schools, and answered with ids alone. */
export const up: Step = async (client) => {
  await client.query(`
    CREATE INDEX people_of_chats ON people (subject) WHERE subject LIKE 'slack:%' OR subject LIKE 'discord:%';

    CREATE FUNCTION lmm_chat_guests(of_subject text) RETURNS TABLE (tenant uuid, person uuid)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$ BEGIN
      PERFORM set_config('lmm.system', 'on', true);
      RETURN QUERY SELECT p.tenant_id, p.id FROM people p
      WHERE p.subject = of_subject AND (p.subject LIKE 'slack:%' OR p.subject LIKE 'discord:%')
        AND NOT EXISTS (SELECT FROM memberships m WHERE m.person_id = p.id);
      PERFORM set_config('lmm.system', '', true);
    END $$;

    REVOKE ALL ON FUNCTION lmm_chat_guests FROM PUBLIC;
    DO $$ BEGIN
      GRANT EXECUTE ON FUNCTION lmm_chat_guests TO lmm_service;
    EXCEPTION WHEN undefined_object THEN NULL;
    END $$;
  `)
}

export const down: Step = async (client) => {
  await client.query('DROP FUNCTION lmm_chat_guests; DROP INDEX people_of_chats')
}

import type { Step } from '../src/db/migrate.js'

/**
 * Two questions about sessions of all schools, which no transaction of one school can ask. Each tells only ids: the first of
 * sessions whose ids the asker has, the second to the job that clears up.
 */
export const up: Step = async (client) => {
  await client.query(questions)
}

export const down: Step = async (client) => {
  await client.query('DROP FUNCTION lmm_changed_sessions, lmm_idle_workflows')
}

const questions = `
  -- lmm.system is switched off again before it answers: the rest of the transaction sees what it saw before.
  CREATE FUNCTION lmm_changed_sessions(ids uuid[], seqs int[]) RETURNS TABLE (session uuid)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$ BEGIN
    PERFORM set_config('lmm.system', 'on', true);
    RETURN QUERY SELECT s.id FROM unnest(ids, seqs) AS known (id, seq) JOIN sessions s ON s.id = known.id WHERE s.seq > known.seq;
    PERFORM set_config('lmm.system', '', true);
  END $$;

  CREATE FUNCTION lmm_idle_workflows(since timestamptz, at_most int) RETURNS TABLE (session uuid)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$ BEGIN
    PERFORM set_config('lmm.system', 'on', true);
    RETURN QUERY SELECT s.id FROM sessions s
    WHERE s.updated_at < since AND EXISTS (SELECT FROM lmm_workflow.checkpoints c WHERE c.thread_id = s.id::text)
    LIMIT at_most;
    PERFORM set_config('lmm.system', '', true);
  END $$;

  REVOKE ALL ON FUNCTION lmm_changed_sessions, lmm_idle_workflows FROM PUBLIC;
  DO $$ BEGIN
    GRANT EXECUTE ON FUNCTION lmm_changed_sessions, lmm_idle_workflows TO lmm_service;
  EXCEPTION WHEN undefined_object THEN NULL;
  END $$;
`

import type { Step } from '../src/db/migrate.js'

/**
 * Most launches bring somebody who was here lately, to an activity that is as it was. For them the whole launch is this one
 * call: it finds who and where they are, uses the sign-in up, writes the launch and the code of its page. It answers nothing
 * where anything is new, and has written nothing then; `admitted` is false for a sign-in that somebody else has used up.
 * It works as its caller, whom row-level security binds, and names the tenant before it looks at anything.
 */
export const up: Step = async (client) => {
  await client.query(comeBack(`a.resource_link_id = entry->>'link'`))
}

export const down: Step = async (client) => {
  await client.query('DROP FUNCTION lti_come_back')
}

/** The function as SQL; `sameActivity` says which row of assignments `a` is the one of the launch, in its course `c`. */
export const comeBack = (sameActivity: string): string => `
    CREATE OR REPLACE FUNCTION lti_come_back(in_tenant uuid, entry jsonb, launch jsonb, state bytea, nonce bytea, code bytea)
    RETURNS TABLE (came_person uuid, came_course uuid, came_assignment uuid, admitted boolean) LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM set_config('lmm.tenant', in_tenant::text, true);
      SELECT p.id, c.id, a.id INTO came_person, came_course, came_assignment
      FROM people p
      JOIN courses c ON c.context_id = entry->>'context' AND c.title IS NOT DISTINCT FROM coalesce(entry->>'courseTitle', c.title)
        AND c.services || (entry->'courseServices') = c.services
      JOIN memberships m ON m.course_id = c.id AND m.person_id = p.id AND m.role = entry->>'role' AND m.left_at IS NULL
        AND m.seen_at > now() - interval '5 minutes'
      LEFT JOIN assignments a ON ${sameActivity} AND a.title = coalesce(entry->>'title', a.title)
        AND a.services || (entry->'services') = a.services
      WHERE p.subject = entry->>'subject' AND p.name IS NOT DISTINCT FROM entry->>'name'
        AND (entry->>'link' IS NULL OR a.id IS NOT NULL);
      IF NOT FOUND THEN RETURN; END IF;

      UPDATE lti_states SET used_at = now()
      WHERE state_digest = state AND nonce_digest = nonce AND used_at IS NULL AND expires_at >= now();
      admitted := FOUND;
      IF admitted THEN
        INSERT INTO lti_launches (id, deployment, person_id, course_id, assignment_id, role, message_type, details)
        VALUES ((launch->>'id')::uuid, (launch->>'deployment')::uuid, came_person, came_course, came_assignment,
          entry->>'role', launch->>'messageType', launch->'details');
        INSERT INTO page_codes (digest, expires_at, actor)
        VALUES (code, now() + interval '2 minutes', jsonb_build_object('tenant', in_tenant, 'person', came_person,
          'role', entry->>'role', 'scopes', NULL, 'launch', jsonb_build_object('id', launch->>'id', 'course', came_course,
          'assignment', came_assignment, 'about', NULL)));
      END IF;
      RETURN NEXT;
    END $$;
    REVOKE ALL ON FUNCTION lti_come_back FROM PUBLIC;

    DO $$ BEGIN
      GRANT EXECUTE ON FUNCTION lti_come_back TO lmm_service;
    EXCEPTION WHEN undefined_object THEN NULL;
    END $$;
`

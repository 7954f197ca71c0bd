import type { Step } from '../src/db/migrate.js'

/** Which chat account is whose, the codes by which they are linked, and which channel belongs to which course. */
export const up: Step = async (client) => {
  await client.query(tables)
  await client.query(questions)
}

export const down: Step = async (client) => {
  await client.query(`
    DROP FUNCTION lmm_link_code_tenant, lmm_linked_people, lmm_channel_tenant, lmm_tenants_of_space;
    DROP TABLE channel_bindings, link_codes, account_links;
  `)
}

const tables = `
  -- In one school an account is one person; a person may have several accounts.
  CREATE TABLE account_links (
    id uuid PRIMARY KEY,
    tenant_id uuid NOT NULL DEFAULT lmm_tenant(),
    person_id uuid NOT NULL,
    platform text NOT NULL CHECK (platform IN ('slack', 'discord')),
    space text NOT NULL,
    account text NOT NULL,
    name text NOT NULL,
    linked_at timestamptz NOT NULL,
    UNIQUE (platform, space, account, tenant_id),
    FOREIGN KEY (tenant_id, person_id) REFERENCES people (tenant_id, id) ON DELETE CASCADE
  );
  CREATE INDEX account_links_of_person ON account_links (tenant_id, person_id);

  -- A person has one code at a time.
  CREATE TABLE link_codes (
    tenant_id uuid NOT NULL DEFAULT lmm_tenant(),
    person_id uuid NOT NULL,
    course_id uuid NOT NULL,
    digest bytea NOT NULL UNIQUE,
    expires_at timestamptz NOT NULL,
    used_at timestamptz,
    PRIMARY KEY (tenant_id, person_id),
    FOREIGN KEY (tenant_id, person_id) REFERENCES people (tenant_id, id) ON DELETE CASCADE,
    FOREIGN KEY (tenant_id, course_id) REFERENCES courses (tenant_id, id) ON DELETE CASCADE
  );

  CREATE TABLE channel_bindings (
    id uuid PRIMARY KEY,
    tenant_id uuid NOT NULL DEFAULT lmm_tenant(),
    course_id uuid NOT NULL,
    assignment_id uuid,
    platform text NOT NULL CHECK (platform IN ('slack', 'discord')),
    space text NOT NULL,
    channel text NOT NULL,
    name text,
    guests boolean NOT NULL,
    bound_at timestamptz NOT NULL,
    UNIQUE (platform, space, channel),
    FOREIGN KEY (tenant_id, course_id) REFERENCES courses (tenant_id, id) ON DELETE CASCADE,
    FOREIGN KEY (tenant_id, assignment_id) REFERENCES assignments (tenant_id, id) ON DELETE CASCADE
  );
  CREATE INDEX channel_bindings_of_course ON channel_bindings (tenant_id, course_id);

  CALL lmm_protect('account_links');
  CALL lmm_protect('link_codes');
  CALL lmm_protect('channel_bindings');
`

/**
 * Whoever types in a chat says nothing of their school: these four tell it by what the asker holds (a code, an account, a
 * channel, a space), and nothing but ids. The rest is read in the school that they name.
 */
const questions = `
  CREATE FUNCTION lmm_link_code_tenant(wanted bytea) RETURNS uuid
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$ DECLARE tenant uuid; BEGIN
    PERFORM set_config('lmm.system', 'on', true);
    SELECT tenant_id INTO tenant FROM link_codes WHERE digest = wanted;
    PERFORM set_config('lmm.system', '', true);
    RETURN tenant;
  END $$;

  CREATE FUNCTION lmm_linked_people(of_platform text, of_space text, of_account text) RETURNS TABLE (tenant uuid, person uuid)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$ BEGIN
    PERFORM set_config('lmm.system', 'on', true);
    RETURN QUERY SELECT tenant_id, person_id FROM account_links
    WHERE platform = of_platform AND space = of_space AND account = of_account ORDER BY linked_at DESC, id;
    PERFORM set_config('lmm.system', '', true);
  END $$;

  CREATE FUNCTION lmm_channel_tenant(of_platform text, of_space text, of_channel text) RETURNS uuid
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$ DECLARE tenant uuid; BEGIN
    PERFORM set_config('lmm.system', 'on', true);
    SELECT tenant_id INTO tenant FROM channel_bindings
    WHERE platform = of_platform AND space = of_space AND channel = of_channel;
    PERFORM set_config('lmm.system', '', true);
    RETURN tenant;
  END $$;

  -- Of Discord also the schools that have guests and no other guild any more.
  CREATE FUNCTION lmm_tenants_of_space(of_platform text, of_space text) RETURNS TABLE (tenant uuid)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$ BEGIN
    PERFORM set_config('lmm.system', 'on', true);
    RETURN QUERY
      SELECT tenant_id FROM channel_bindings WHERE platform = of_platform AND space = of_space
      UNION SELECT tenant_id FROM account_links WHERE platform = of_platform AND space = of_space
      UNION SELECT p.tenant_id FROM people p WHERE p.name IS NOT NULL AND CASE of_platform
        WHEN 'slack' THEN starts_with(p.subject, 'slack:' || of_space || ':')
        ELSE starts_with(p.subject, 'discord:')
          AND NOT EXISTS (SELECT FROM channel_bindings b WHERE b.tenant_id = p.tenant_id AND b.platform = 'discord') END;
    PERFORM set_config('lmm.system', '', true);
  END $$;

  REVOKE ALL ON FUNCTION lmm_link_code_tenant, lmm_linked_people, lmm_channel_tenant, lmm_tenants_of_space FROM PUBLIC;
  DO $$ BEGIN
    GRANT EXECUTE ON FUNCTION lmm_link_code_tenant, lmm_linked_people, lmm_channel_tenant, lmm_tenants_of_space TO lmm_service;
  EXCEPTION WHEN undefined_object THEN NULL;
  END $$;
`

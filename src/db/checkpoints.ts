import { createRequire } from 'node:module'
import type { BaseCheckpointSaver } from '@langchain/langgraph'
import pg from 'pg'
import type { Logger } from '../logger.js'
import { workAsService } from './service-role.js'

/** Where a workflow that waits for people is saved: tables of LangGraph's own, apart from ours. */
const schema = 'lmm_workflow'

const saverPackage = '@langchain/langgraph-checkpoint-postgres'

/** LangGraph takes half a second to load, which no start waits for: with the first session that comes to it. */
const loadSaver = async () => (await import('@langchain/langgraph-checkpoint-postgres')).PostgresSaver

/**
 * Makes or updates LangGraph's tables, as the database's owner, and lets the service use them. The schema's comment says which
 * version has done so: only another one has anything to do.
 */
export async function setUpCheckpoints(owner: pg.Pool): Promise<void> {
  const { version } = createRequire(import.meta.url)(`${saverPackage}/package.json`) as { version: string }
  const by = `${saverPackage} ${version}`
  const { rows } = await owner.query(`SELECT obj_description(to_regnamespace($1), 'pg_namespace') = $2 AS done`, [
    schema,
    by,
  ])
  if (rows[0]?.done) return
  const PostgresSaver = await loadSaver()
  await new PostgresSaver(owner, undefined, { schema }).setup()
  await owner.query(`
    DO $$ BEGIN
      GRANT USAGE ON SCHEMA ${schema} TO lmm_service;
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO lmm_service;
      COMMENT ON SCHEMA ${schema} IS '${by}';
    EXCEPTION WHEN undefined_object OR insufficient_privilege THEN NULL;
    END $$;
  `)
}

export interface Checkpoints {
  open: () => Promise<BaseCheckpointSaver>
  close: () => Promise<void>
}

/** The saver of the workflow, over connections that work as the service's role. */
export function createCheckpoints(url: string, log: Logger): Checkpoints {
  const pool = new pg.Pool({
    connectionString: url,
    max: 4,
    idleTimeoutMillis: 10_000,
    connectionTimeoutMillis: 3000,
    application_name: 'lmm workflow',
    // Asked of each new connection before it is handed out: it works as the service from its first query on.
    verify: (client: pg.PoolClient, done: (error?: Error) => void) => {
      const taken = () => done()
      workAsService(client).then(taken, done)
    },
  } as pg.PoolConfig)
  pool.on('error', (err) => log.warn({ err }, 'a connection of the workflow was lost'))
  // One that is lost while the workflow saves says so on the client; unheard, it would end the process.
  pool.on('connect', (client) => client.on('error', () => {}))
  let saver: Promise<BaseCheckpointSaver> | undefined
  const load = async () => new (await loadSaver())(pool, undefined, { schema })
  return {
    open() {
      saver ??= load()
      return saver
    },
    close: () => pool.end(),
  }
}

import { createHash } from 'node:crypto'
import type { ClientBase } from 'pg'
import { type Model, type ModelAttributes, type ModelStatic, Sequelize, type Transaction } from 'sequelize'
import type { Logger } from '../logger.js'
import { heardDriver } from './heard-client.js'
import { hold } from './hold.js'
import { listen } from './listen.js'
import { workAsService } from './service-role.js'
import { asDatabaseError } from './trouble.js'

/** What a query must be given (`{ transaction: tx }`): it carries the tenant, and what is written in it is written whole or not at all. */
export type Tx = Transaction

/** A model class says its table and columns; it belongs to no database until `Database.of` binds it to one. */
export interface Table<M extends Model = Model> {
  new (): M
  readonly table: { readonly name: string; readonly columns: ModelAttributes }
}

export interface DatabaseOptions {
  url: string
  log: Logger
  /** Connections at most; requests wait for one when all are taken. */
  connections?: number
}

/**
 * PostgreSQL as use cases see it: as a role that row-level security binds, and only inside a transaction. While the server is
 * away everything rejects with AppError `unavailable` within seconds; it needs no telling when the server is back.
 */
export class Database {
  readonly #sequelize: Sequelize
  readonly #bound = new Map<Table, unknown>()
  readonly #names = new Map<string, string>()
  readonly #listeners = new Set<() => Promise<void>>()
  readonly #url: string
  readonly #log: Logger

  constructor({ url, log, connections = 10 }: DatabaseOptions) {
    this.#url = url
    this.#log = log
    this.#sequelize = new Sequelize(url, {
      dialect: 'postgres',
      dialectModule: heardDriver,
      logging: false,
      pool: { max: connections, min: 0, acquire: 5000, idle: 10_000 },
      dialectOptions: {
        application_name: 'lmm service',
        connectionTimeoutMillis: 3000,
        query_timeout: 30_000,
        statement_timeout: 25_000,
        idle_in_transaction_session_timeout: 60_000,
        keepAlive: true,
      },
    })
    this.#sequelize.addHook('afterConnect', async (connection) => {
      const client = connection as unknown as ClientBase & { end(): Promise<void> }
      await workAsService(client).catch(async (error: unknown) => {
        await client.end().catch(() => {})
        throw error
      })
    })
    // A query outside of a transaction would have no tenant: it would silently see nothing.
    this.#sequelize.addHook('beforeQuery', ((options: { transaction?: Tx }) => {
      if (!options.transaction) throw new Error('A query was not given its transaction: pass { transaction: tx }.')
    }) as never)
  }

  /** The model, bound to this database. `const songs = db.of(Song)`. */
  of<T extends Table>(Class: T): T & ModelStatic<InstanceType<T>> {
    const known = this.#bound.get(Class)
    if (known) return known as never
    const Bound = class extends (Class as unknown as ModelStatic<Model>) {}
    Bound.init(Class.table.columns, {
      sequelize: this.#sequelize,
      tableName: Class.table.name,
      modelName: Class.name,
      underscored: true,
      timestamps: false,
    })
    this.#bound.set(Class, Bound)
    return Bound as never
  }

  /**
   * Runs `work` in a transaction that sees and writes the rows of one tenant (uuid) alone. Rejects with what `work` rejects
   * with, all undone, or with `unavailable`.
   */
  inTenant<T>(tenant: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.#transaction(tenant, work)
  }

  /** As `inTenant`, before anybody knows whose request it is: sees what belongs to no tenant, and no tenant's rows. */
  outsideTenants<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.#transaction('', work)
  }

  /**
   * One statement outside of tenants, as a transaction of its own: what PostgreSQL makes of it by itself, in one round trip and
   * not in four. It sees no tenant's rows, as no tenant is set between transactions. The server keeps its plan under a name made
   * of its text: give one text for all values, and columns that stay what they are when a table grows.
   */
  async alone<R extends object>(sql: string, bind: unknown[] = []): Promise<R[]> {
    const { connectionManager } = this.#sequelize
    try {
      const connection = await connectionManager.getConnection({ type: 'write' })
      try {
        const client = connection as unknown as ClientBase
        return (await client.query<R>({ name: this.#nameOf(sql), text: sql, values: bind })).rows
      } finally {
        connectionManager.releaseConnection(connection)
      }
    } catch (error) {
      throw asDatabaseError(error)
    }
  }

  #nameOf(sql: string): string {
    const name = this.#names.get(sql) ?? createHash('sha256').update(sql).digest('base64url')
    this.#names.set(sql, name)
    return name
  }

  async #transaction<T>(tenant: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    try {
      return await this.#sequelize.transaction(async (transaction) => {
        await this.query(transaction, `SELECT set_config('lmm.tenant', $1, true)`, [tenant])
        return await work(transaction)
      })
    } catch (error) {
      throw asDatabaseError(error)
    }
  }

  /** Plain SQL with `$1`, `$2` …, for what a model does not say well. */
  async query<R extends object>(tx: Tx, sql: string, bind: unknown[] = []): Promise<R[]> {
    const [rows] = await this.#sequelize.query(sql, { bind, transaction: tx, raw: true })
    return rows as R[]
  }

  /** Whether the server answers now. */
  async ready(): Promise<boolean> {
    return await this.outsideTenants(async (tx) => (await this.query(tx, 'SELECT 1 AS one')).length === 1).catch(
      () => false,
    )
  }

  /**
   * Hears NOTIFY on a channel, also after the connection was lost and found again, which `back` tells: what was said meanwhile
   * was missed. Returns the way to stop.
   */
  async listen(channel: string, hear: (payload: string) => void, back?: () => void): Promise<() => Promise<void>> {
    const stop = await listen({ url: this.#url, log: this.#log, channel, hear, ...(back && { back }) })
    this.#listeners.add(stop)
    return async () => {
      this.#listeners.delete(stop)
      await stop()
    }
  }

  /**
   * What one process alone may do at a time, by name (a chat's gateway): `taken` is called when it is this one, `lost` when it is
   * not any more. Another takes over within ten seconds of this one's end, however it ended. Returns the way to let go.
   */
  hold(name: string, told: { taken(): Promise<void>; lost(): Promise<void> }): () => Promise<void> {
    const letGo = hold({ url: this.#url, log: this.#log, name, ...told })
    this.#listeners.add(letGo)
    return async () => {
      this.#listeners.delete(letGo)
      await letGo()
    }
  }

  /** Waits for running transactions, then lets go of all connections. */
  async close(): Promise<void> {
    await Promise.all([...this.#listeners].map((stop) => stop()))
    this.#listeners.clear()
    await this.#sequelize.close()
  }
}

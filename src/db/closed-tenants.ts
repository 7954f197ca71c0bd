import type { Database } from './database.js'

/** Of the migrations' trigger: whenever a school is closed or opened again, by whatever process. */
const channel = 'lmm_closed_tenants'

/** A connection that is cut in silence tells nothing for a long while. */
const believedMs = 60_000

/** Which schools are closed just now: their pages end, though their tokens still hold. */
export class ClosedTenants {
  readonly #db: Database
  #hearing: Promise<unknown> | undefined
  #known: Promise<ReadonlySet<string>> | undefined
  #readAt = 0

  constructor(db: Database) {
    this.#db = db
  }

  /**
   * Answered from memory, which is read anew by the first who asks after something has changed, or after word of it may have been
   * missed. Nobody listens before the first question: a process without pages never does.
   */
  async has(tenant: string): Promise<boolean> {
    this.#hearing ??= this.#db.listen(channel, this.#forget, this.#forget).catch((error: unknown) => {
      this.#hearing = undefined
      throw error
    })
    await this.#hearing
    if (performance.now() - this.#readAt > believedMs) this.#forget()
    this.#known ??= this.#read()
    return (await this.#known).has(tenant)
  }

  readonly #forget = (): void => {
    this.#known = undefined
  }

  #read(): Promise<ReadonlySet<string>> {
    this.#readAt = performance.now()
    const reading: Promise<ReadonlySet<string>> = this.#db
      .alone<{ tenant: string }>('SELECT tenant FROM closed_tenants')
      .then((rows) => new Set(rows.map(({ tenant }) => tenant)))
    reading.catch(() => {
      if (this.#known === reading) this.#known = undefined
    })
    return reading
  }
}

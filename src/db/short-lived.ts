/** Rows of one kind that are of no use after a while. */
export interface ShortLived {
  name: string
  /** Deletes at most `$2` (int) of those that are over at `$1` (timestamptz), and answers one row: `gone`, how many they were. */
  sql: string
}

/** Of a table outside of tenants. `over` is SQL over its columns and `$1`, the time now. Those that somebody has in hand wait. */
export const rowsOf = (table: string, over: string): ShortLived => ({
  name: table,
  sql: `WITH old AS (SELECT ctid FROM ${table} WHERE ${over} LIMIT $2 FOR UPDATE SKIP LOCKED),
     swept AS (DELETE FROM ${table} WHERE ctid IN (SELECT ctid FROM old) RETURNING 1)
     SELECT count(*)::int AS gone FROM swept`,
})

/** Of a table under tenants, by a function of the migrations that sees all of them; `over` as above: the latest time that is over. */
export const rowsBy = (forget: string, over: string): ShortLived => ({
  name: forget,
  sql: `SELECT ${forget}(${over}, $2) AS gone`,
})

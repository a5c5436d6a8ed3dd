/** The database as the adapters see it: committed reads, transactions, and a lock for migrations. */
import type { Kysely } from 'kysely'
import type { Engine } from './engine.ts'

/** A connection without table types; each adapter adds its own by `withTables`. */
export type Sql = Kysely<object>

export type Database = {
  readonly engine: Engine
  /** Sees committed data only. */
  readonly read: Sql
  /**
   * Runs `work` in a transaction; waiting transactions share one commit where the engine allows. Settles when the
   * outcome is on disk. `work` must await nothing but its queries.
   */
  readonly transact: <T>(work: (sql: Sql) => Promise<T>) => Promise<T>
  /** Runs `work` with every other writer shut out, in one transaction. */
  readonly exclusively: (work: (sql: Sql) => Promise<void>) => Promise<void>
  readonly ping: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Opens the embedded SQLite database: one writing connection whose transactions share commits, one reading connection. */
import { chmodSync } from 'node:fs'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { CompiledQuery, Kysely, type SqliteDatabase, SqliteDialect } from 'kysely'
import type { Database, Sql } from './database.ts'
import { sqliteEngine } from './engine.ts'
import { groupCommits } from './group-commits.ts'

const BUSY_TIMEOUT_MS = 10_000

/**
 * Opens (and makes, mode 0600) the database file in WAL mode. Commits are on disk before they are acknowledged
 * (`synchronous=FULL`), foreign keys hold, and the reading connection sees committed data only.
 */
export function openSqlite(path: string): Database {
  const writer = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS, enableForeignKeyConstraints: true })
  if (path !== ':memory:') chmodSync(path, 0o600)
  writer.exec(
    'PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=FAST; PRAGMA trusted_schema=OFF',
  )
  const reader = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS })
  reader.exec('PRAGMA query_only=ON; PRAGMA trusted_schema=OFF')

  const writing = kyselyOver(writer)
  const reading = kyselyOver(reader)
  const commits = groupCommits({ exec: (text) => writer.exec(text), sql: writing })

  return {
    engine: sqliteEngine,
    read: reading,
    transact: commits.transact,
    async exclusively(work) {
      writer.exec('BEGIN EXCLUSIVE')
      try {
        await work(writing)
        writer.exec('COMMIT')
      } catch (fault) {
        writer.exec('ROLLBACK')
        throw fault
      }
    },
    async ping() {
      await reading.executeQuery(CompiledQuery.raw('SELECT 1'))
    },
    async close() {
      await commits.drained()
      await reading.destroy()
      await writing.destroy()
    },
  }
}

function kyselyOver(native: DatabaseSync): Sql {
  return new Kysely<object>({ dialect: new SqliteDialect({ database: adapt(native) }) })
}

/** Kysely's view of a `node:sqlite` connection, with each statement prepared once. */
function adapt(native: DatabaseSync): SqliteDatabase {
  const prepared = new Map<string, ReturnType<typeof wrap>>()
  const wrap = (statement: StatementSync) => ({
    reader: statement.columns().length > 0,
    all: (parameters: readonly unknown[]) => statement.all(...(parameters as SQLInputValue[])),
    run: (parameters: readonly unknown[]) => statement.run(...(parameters as SQLInputValue[])),
    iterate: (parameters: readonly unknown[]) => statement.iterate(...(parameters as SQLInputValue[])),
  })
  return {
    close: () => native.close(),
    prepare(text) {
      let statement = prepared.get(text)
      if (statement === undefined) {
        statement = wrap(native.prepare(text))
        prepared.set(text, statement)
      }
      return statement
    },
  }
}

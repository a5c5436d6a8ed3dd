/** Brings the schema up to date under a lock, and refuses a database whose past is not ours. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Instant } from '../kernel/clock.ts'
import type { Database } from './database.ts'
import type { Migration } from './migration.ts'

type Tables = { migration: { name: string; checksum: string; applied_at: number } }

/**
 * Applies what is missing, in order, in one transaction that shuts other writers out.
 *
 * @returns the names applied now
 *
 * Throws when an applied migration was changed or is unknown here (a newer program made this database).
 */
export async function migrate(
  database: Database,
  migrations: readonly Migration[],
  now: Instant,
): Promise<readonly string[]> {
  const applied: string[] = []
  await database.exclusively(async (connection) => {
    const { integer, options } = database.engine
    await sql
      .raw(
        `CREATE TABLE IF NOT EXISTS migration (name TEXT NOT NULL PRIMARY KEY, checksum TEXT NOT NULL, applied_at ${integer} NOT NULL) ${options}`,
      )
      .execute(connection)
    const tables = connection.withTables<Tables>()
    const past = await tables.selectFrom('migration').selectAll().orderBy('name').execute()
    refuseForeignPast(past, migrations, database)
    for (const migration of migrations.slice(past.length)) {
      for (const statement of migration.up(database.engine)) await sql.raw(statement).execute(connection)
      await tables
        .insertInto('migration')
        .values({ name: migration.name, checksum: checksumOf(migration, database), applied_at: now })
        .execute()
      applied.push(migration.name)
    }
  })
  return applied
}

function refuseForeignPast(
  past: readonly Tables['migration'][],
  migrations: readonly Migration[],
  database: Database,
): void {
  for (const [position, row] of past.entries()) {
    const migration = migrations[position]
    if (migration?.name !== row.name) {
      throw new Error(
        `the database has migration ${row.name}, which this version does not know; run a newer version`,
      )
    }
    if (checksumOf(migration, database) !== row.checksum) {
      throw new Error(
        `migration ${row.name} is not the one that made this database; restore the released version`,
      )
    }
  }
}

function checksumOf(migration: Migration, database: Database): string {
  return createHash('sha256').update(migration.up(database.engine).join(';\n')).digest('hex')
}

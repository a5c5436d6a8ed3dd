/** A migrated SQLite database in a temporary folder, for tests through the real adapters. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from '../db/database.ts'
import { migrate } from '../db/migrate.ts'
import { migrations } from '../db/migrations.ts'
import { openSqlite } from '../db/sqlite.ts'

export type TestDatabase = Database & { readonly folder: string }

/** Opens it; `close` also removes the folder. */
export async function testDatabase(): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'sallyport-test-'))
  const database = openSqlite(join(folder, 'sallyport.db'))
  await migrate(database, migrations, 0)
  return {
    ...database,
    folder,
    async close() {
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

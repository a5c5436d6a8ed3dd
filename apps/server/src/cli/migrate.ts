/** `sallyport migrate`: brings the database up to date without starting the server. */
import { readConfiguration } from '../configuration.ts'
import { migrate } from '../db/migrate.ts'
import { migrations } from '../db/migrations.ts'
import { openDatabase } from '../world.ts'
import { DONE, FAILED, type Terminal } from './terminal.ts'
import { sentenceOf } from './with-world.ts'

/** Once more changes nothing. */
export async function migrateDatabase(terminal: Terminal): Promise<number> {
  try {
    const database = openDatabase(readConfiguration(terminal.env, terminal.folder))
    try {
      const applied = await migrate(database, migrations, terminal.clock.now())
      if (terminal.json) terminal.out(JSON.stringify({ applied }))
      else
        terminal.out(applied.length === 0 ? 'The database is up to date.' : `Applied: ${applied.join(', ')}`)
      return DONE
    } finally {
      await database.close()
    }
  } catch (fault) {
    terminal.err(`sallyport migrate: ${sentenceOf(fault)}`)
    return FAILED
  }
}

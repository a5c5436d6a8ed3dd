/** Reads Google's export: the texts of one or more of its pictures, in any order and with repeats. */
import { readingOf, refused } from '../collect-entries.ts'
import { type EntryOutcome, malformed } from '../entry-of.ts'
import type { ImportReading, ImportSource, MigrationBatch } from '../import-reading.ts'
import { readMigration } from './read-migration.ts'

export function readGoogle({ text = '' }: ImportSource): Promise<ImportReading> {
  return Promise.resolve(readMigrations(text.split(/\s+/).filter((part) => part !== '')))
}

/** A picture that cannot be read is a failure beside others, and the file is damaged where no other can be read. */
export function readMigrations(uris: readonly string[]): ImportReading {
  const outcomes: EntryOutcome[] = []
  const batches: MigrationBatch[] = []
  for (const uri of new Set(uris)) {
    const migration = readMigration(uri)
    if (migration === undefined) {
      outcomes.push(malformed)
      continue
    }
    const { batch } = migration
    if (!batches.some(({ id, index }) => id === batch.id && index === batch.index)) batches.push(batch)
    outcomes.push(...migration.outcomes)
  }
  return batches.length === 0 ? refused('google', 'file_damaged') : readingOf('google', outcomes, batches)
}

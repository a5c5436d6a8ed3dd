/** Reads lists of URIs, one a line, and pages that have them as text. */
import { readingOf, refused } from '../collect-entries.ts'
import { type EntryOutcome, malformed } from '../entry-of.ts'
import { entryOfUri } from '../entry-of-uri.ts'
import { readMigration } from '../google/read-migration.ts'
import type { ImportReading, ImportSource, MigrationBatch } from '../import-reading.ts'
import { isMarkup, uriLines, urisInMarkup } from './uri-texts.ts'

export function readUriList({ text = '' }: ImportSource): Promise<ImportReading> {
  const uris = isMarkup(text) ? urisInMarkup(text) : uriLines(text)
  const outcomes: EntryOutcome[] = []
  const batches: MigrationBatch[] = []
  for (const uri of uris) {
    if (!/^otpauth-migration:/i.test(uri)) {
      outcomes.push(entryOfUri(uri))
      continue
    }
    const migration = readMigration(uri)
    if (migration !== undefined) batches.push(migration.batch)
    outcomes.push(...(migration?.outcomes ?? [malformed]))
  }
  return Promise.resolve(
    outcomes.length === 0 ? refused('otpauth', 'file_damaged') : readingOf('otpauth', outcomes, batches),
  )
}

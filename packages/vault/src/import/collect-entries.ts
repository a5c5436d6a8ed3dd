/** Reads a file's records one by one: a bad one is reported with its reason, the others come in. */
import type { EntryOutcome } from './entry-of.ts'
import type {
  EntryFailure,
  FormatName,
  ImportedEntry,
  ImportProblem,
  ImportReading,
  MigrationBatch,
} from './import-reading.ts'

/**
 * @param readOne an entry, why there is none, or undefined for a record that is no account at all and may stay behind
 * without a word, such as a login without codes
 */
export function collectEntries<Record>(
  format: FormatName,
  records: Iterable<Record>,
  readOne: (record: Record) => EntryOutcome | undefined,
): ImportReading {
  const outcomes = Array.from(records, readOne)
  return readingOf(
    format,
    outcomes.filter((outcome) => outcome !== undefined),
  )
}

/** The reading of a whole file, out of what came of each record. */
export function readingOf(
  format: FormatName,
  outcomes: readonly EntryOutcome[],
  batches: readonly MigrationBatch[] = [],
): ImportReading {
  const entries: ImportedEntry[] = []
  const failures: EntryFailure[] = []
  outcomes.forEach((outcome, index) => {
    if ('draft' in outcome) entries.push(outcome)
    else failures.push({ position: index + 1, label: outcome.label, problem: outcome.problem })
  })
  return { state: 'read', format, entries, failures, batches }
}

export function refused(format: FormatName | undefined, problem: ImportProblem): ImportReading {
  return { state: 'refused', format, problem }
}

export function passwordNeeded(format: FormatName): ImportReading {
  return { state: 'password_needed', format }
}

export function passwordWrong(format: FormatName): ImportReading {
  return { state: 'password_wrong', format }
}

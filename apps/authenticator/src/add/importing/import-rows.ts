/** The entries of read files as people choose among them. */
import { type DuplicateMark, type EntryDraft, type ImportedEntry, markDuplicates } from '@sallyport/vault'
import { withPin } from '../read/with-pin.ts'
import type { FileReading } from './read-files.ts'

export type ImportRow = {
  /** Stays the same while other files are opened. */
  readonly key: string
  readonly entry: ImportedEntry
  readonly mark: DuplicateMark
}

/** What people changed of the rows; the rest is as it was proposed. */
export type Choices = {
  readonly chosen: Readonly<Record<string, boolean>>
  readonly pins: Readonly<Record<string, string>>
}

export const noChoices: Choices = { chosen: {}, pins: {} }

/** @param existing the accounts that are here and not in the bin */
export function rowsOf(
  readings: readonly FileReading[],
  existing: readonly EntryDraft[],
): readonly ImportRow[] {
  const found = readings.flatMap(({ reading }, file) =>
    reading.state === 'read'
      ? reading.entries.map((entry, index) => ({ key: `${file}:${index}`, entry }))
      : [],
  )
  const marks = markDuplicates(
    found.map(({ entry }) => entry),
    existing,
  )
  return found.map((row, index) => ({ ...row, mark: marks[index] ?? 'new' }))
}

/** Proposed is what is not here yet and lay in nobody's bin. */
export function isChosen({ key, mark, entry }: ImportRow, { chosen }: Choices): boolean {
  return chosen[key] ?? (mark !== 'same' && !entry.removed)
}

/** The chosen accounts, and the keys of those whose PIN is wanting or cannot be one. */
export function chosenDrafts(
  rows: readonly ImportRow[],
  choices: Choices,
): { readonly drafts: readonly EntryDraft[]; readonly wantPin: readonly string[] } {
  const drafts: EntryDraft[] = []
  const wantPin: string[] = []
  for (const row of rows) {
    if (!isChosen(row, choices)) continue
    const whole = withPin(row.entry, choices.pins[row.key] ?? '')
    if (whole === undefined) wantPin.push(row.key)
    else drafts.push(whole)
  }
  return { drafts, wantPin }
}

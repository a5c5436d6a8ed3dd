/** What lies in the extension's backup: a map of its storage, with entries, keys and settings side by side. */
import { type JsonRecord, recordOf, textOf, wholeOf } from '../json-access.ts'
import { hasMembers } from '../json-shape.ts'

const ENTRY_TYPES: ReadonlySet<string> = new Set(['OTPStorage', 'EncOTPStorage'])
const NO_ENTRIES: ReadonlySet<string> = new Set(['UserSettings', 'LocalStorage', 'key', 'enc', 'hash'])
const OTHER_TYPES: ReadonlySet<string> = new Set(['Key', 'Group', 'EncGroup'])

/** Whether a value of the map is an entry, in any version. */
export function isStorage(json: unknown): boolean {
  return Object.values(recordOf(json) ?? {}).some(
    (value) =>
      ENTRY_TYPES.has(textOf(recordOf(value)?.['dataType'])) ||
      (hasMembers(value, 'encrypted', 'hash') && hasMembers(value, 'secret')),
  )
}

/** Everything that should be an entry, in the order that people gave it. */
export function entriesOf(storage: JsonRecord): readonly unknown[] {
  const values = Object.entries(storage)
    .filter(
      ([name, value]) => !NO_ENTRIES.has(name) && !OTHER_TYPES.has(textOf(recordOf(value)?.['dataType'])),
    )
    .map(([, value]) => value)
  return values.toSorted((one, other) => indexOf(one) - indexOf(other))
}

/** Whether a password is wanted for it. */
export function isSealed(entry: unknown): boolean {
  const record = recordOf(entry)
  return record?.['encrypted'] === true || record?.['dataType'] === 'EncOTPStorage'
}

function indexOf(entry: unknown): number {
  return wholeOf(recordOf(entry)?.['index']) ?? 0
}

/** Reads the accounts of Duo Mobile that make codes; its own push accounts have no key to take along. */
import { collectEntries } from '../collect-entries.ts'
import { type EntryOutcome, entryOf, malformed } from '../entry-of.ts'
import type { ImportReading, ImportSource } from '../import-reading.ts'
import { type JsonRecord, listOf, recordOf, textOf } from '../json-access.ts'

export function readDuo({ json }: ImportSource): Promise<ImportReading> {
  return Promise.resolve(
    collectEntries('duo', listOf(json) ?? [], (account) => entryOfAccount(recordOf(account))),
  )
}

/** A counter makes it HOTP; there is one name and no issuer. */
function entryOfAccount(record: JsonRecord | undefined): EntryOutcome {
  const account = textOf(record?.['name'])
  const generator = recordOf(record?.['otpGenerator'])
  if (generator === undefined) return { ...malformed, label: account }
  const counter = generator['counter'] ?? ''
  return entryOf({
    kind: counter === '' ? 'totp' : 'hotp',
    issuer: '',
    account,
    secret: textOf(generator['otpSecret']),
    counter,
  })
}

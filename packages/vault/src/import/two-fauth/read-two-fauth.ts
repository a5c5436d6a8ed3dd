/** Reads the export of 2FAuth (schema 1). */
import type { CodeKind } from '../../entry/entry.ts'
import { nameOf } from '../../entry/name-of.ts'
import { collectEntries, refused } from '../collect-entries.ts'
import { type EntryOutcome, entryOf, malformed } from '../entry-of.ts'
import type { ImportReading, ImportSource } from '../import-reading.ts'
import { type JsonRecord, listOf, recordOf, textOf } from '../json-access.ts'

export function readTwoFauth({ json }: ImportSource): Promise<ImportReading> {
  const accounts = listOf(recordOf(json)?.['data'])
  if (accounts === undefined) return Promise.resolve(refused('2fauth', 'file_damaged'))
  return Promise.resolve(collectEntries('2fauth', accounts, (account) => entryOfAccount(recordOf(account))))
}

const kinds: ReadonlyMap<string, CodeKind['kind']> = new Map([
  ['totp', 'totp'],
  ['hotp', 'hotp'],
  ['steamtotp', 'steam'],
])

/** Pictures stay behind. */
function entryOfAccount(record: JsonRecord | undefined): EntryOutcome {
  if (record === undefined) return malformed
  const [issuer, account] = [textOf(record['service']), textOf(record['account'])]
  const kind = kinds.get(textOf(record['otp_type']).toLowerCase())
  if (kind === undefined) return { problem: 'kind_unknown', label: nameOf({ issuer, account }) }
  return entryOf({
    kind,
    issuer,
    account,
    secret: textOf(record['secret']),
    algorithm: record['algorithm'],
    digits: record['digits'],
    period: record['period'],
    counter: record['counter'],
  })
}

/** Reads Steam's own authenticator file: a maFile of one account, or several in `accounts`. */
import { decodeBase64 } from '../../base64.ts'
import { nameOf } from '../../entry/name-of.ts'
import { collectEntries } from '../collect-entries.ts'
import { type EntryOutcome, entryOf, malformed } from '../entry-of.ts'
import type { ImportReading, ImportSource } from '../import-reading.ts'
import { type JsonRecord, recordOf, textOf } from '../json-access.ts'
import { steamAccounts } from './steam-accounts.ts'

/** Steam gives every account as many; another length makes codes that never work. */
const KEY_BYTES = 20

export function readSteam({ json }: ImportSource): Promise<ImportReading> {
  return Promise.resolve(
    collectEntries('steam', steamAccounts(json), (account) => entryOfAccount(recordOf(account))),
  )
}

function entryOfAccount(record: JsonRecord | undefined): EntryOutcome {
  if (record === undefined) return malformed
  const names = { issuer: 'Steam', account: textOf(record['account_name']) || textOf(record['accountName']) }
  const secret = textOf(record['shared_secret']) || textOf(record['sharedSecret'])
  const key = decodeBase64(secret)
  if (secret !== '' && key?.length !== KEY_BYTES) return { problem: 'secret_bad', label: nameOf(names) }
  return entryOf({ kind: 'steam', ...names, secret: key ?? '' })
}

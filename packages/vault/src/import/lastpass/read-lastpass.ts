/** Reads the export of LastPass Authenticator (its version 3). */
import { collectEntries, refused } from '../collect-entries.ts'
import { type EntryOutcome, entryOf, malformed } from '../entry-of.ts'
import type { ImportReading, ImportSource } from '../import-reading.ts'
import { type JsonRecord, listOf, recordOf, textOf } from '../json-access.ts'

export function readLastPass({ json }: ImportSource): Promise<ImportReading> {
  const file = recordOf(json) ?? {}
  const accounts = listOf(file['accounts'])
  if (accounts === undefined) return Promise.resolve(refused('lastpass', 'file_damaged'))
  const folders = new Map(
    (listOf(file['folders']) ?? [])
      .map((folder) => recordOf(folder) ?? {})
      .map((folder) => [textOf(folder['id']), textOf(folder['name'])]),
  )
  return Promise.resolve(
    collectEntries('lastpass', accounts, (account) => entryOfAccount(recordOf(account), folders)),
  )
}

/** What people renamed wins over what the QR code said. */
function entryOfAccount(account: JsonRecord | undefined, folders: ReadonlyMap<string, string>): EntryOutcome {
  if (account === undefined) return malformed
  const folder = recordOf(account['folderData'])?.['folderId']
  return entryOf({
    kind: 'totp',
    issuer: textOf(account['issuerName']) || textOf(account['originalIssuerName']),
    account: textOf(account['userName']) || textOf(account['originalUserName']),
    secret: textOf(account['secret']),
    algorithm: account['algorithm'],
    digits: account['digits'],
    period: account['timeStep'],
    tags: [folders.get(textOf(folder)) ?? ''],
    pinned: account['isFavorite'] === true,
  })
}

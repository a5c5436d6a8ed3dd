/** Reads the CSV that KeePassXC exports. */
import { collectEntries } from '../collect-entries.ts'
import { readCsvRecords } from '../csv.ts'
import type { EntryOutcome } from '../entry-of.ts'
import { entryOfKeyOrUri } from '../entry-of-key-or-uri.ts'
import type { ImportReading, ImportSource } from '../import-reading.ts'
import { withoutNobody } from './without-nobody.ts'

/** What KeePassXC calls its bin; the group at the top has whatever name the file was given. */
const BIN = 'Recycle Bin'

export function readKeePassXcCsv({ text = '' }: ImportSource): Promise<ImportReading> {
  return Promise.resolve(collectEntries('keepassxc-csv', readCsvRecords(text), entryOfRow))
}

/** Rows without codes are logins alone. */
function entryOfRow(row: ReadonlyMap<string, string>): EntryOutcome | undefined {
  const field = (name: string): string => (row.get(name) ?? '').trim()
  const totp = field('totp')
  if (totp === '') return undefined
  const [, ...path] = field('group').split('/')
  const removed = path[0] === BIN
  const login = {
    issuer: field('title'),
    account: field('username'),
    tags: removed ? [] : [path.join('/')],
    removed,
  }
  return withoutNobody(entryOfKeyOrUri(totp, login), login.account)
}

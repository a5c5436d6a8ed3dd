/** Reads the CSV of Bitwarden, and the one of Bitwarden Authenticator, whose rows do not keep to its header. */
import { collectEntries } from '../collect-entries.ts'
import { readCsv, readCsvRecords } from '../csv.ts'
import type { EntryOutcome } from '../entry-of.ts'
import { entryOfKeyOrUri } from '../entry-of-key-or-uri.ts'
import { unescapeHtml } from '../html-text.ts'
import type { ImportReading, ImportSource } from '../import-reading.ts'

export function readBitwardenCsv({ text = '' }: ImportSource): Promise<ImportReading> {
  const [header = [], ...rows] = readCsv(text)
  const reading = header.includes('login_username')
    ? collectEntries('bitwarden', readCsvRecords(text), entryOfRow)
    : collectEntries('bitwarden', rows, entryOfLooseRow)
  return Promise.resolve(reading)
}

function entryOfRow(row: ReadonlyMap<string, string>): EntryOutcome | undefined {
  const totp = (row.get('login_totp') ?? '').trim()
  if (totp === '') return undefined
  return entryOfKeyOrUri(totp, {
    issuer: (row.get('name') ?? '').trim(),
    account: (row.get('login_username') ?? '').trim(),
    tags: [(row.get('folder') ?? '').trim()],
    pinned: row.get('favorite') === '1',
  })
}

/** Nine fields under six names; the URI, whose label is escaped for HTML, is known by how it begins. */
function entryOfLooseRow(row: readonly string[]): EntryOutcome | undefined {
  const uri = row.find((field) => /^\s*otpauth:\/\//i.test(field))
  if (uri === undefined) return { problem: 'malformed', label: row[3] ?? '' }
  return entryOfKeyOrUri(unescapeHtml(uri), { issuer: unescapeHtml(row[3] ?? '').trim(), account: '' })
}

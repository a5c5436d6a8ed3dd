/** Reads the export of Raivo OTP: an encrypted archive, or the JSON that people took out of it. */
import type { CodeKind } from '../../entry/entry.ts'
import { nameOf } from '../../entry/name-of.ts'
import { collectEntries, refused } from '../collect-entries.ts'
import { type EntryOutcome, entryOf, malformed } from '../entry-of.ts'
import type { ImportReading, ImportSource } from '../import-reading.ts'
import { type JsonRecord, listOf, recordOf, textOf } from '../json-access.ts'
import { parseJson } from '../source.ts'
import { readZipText } from '../zip/read-zip-text.ts'
import { readingOfProblem } from '../zip/reading-of-problem.ts'
import { isRaivoFile } from './is-raivo-file.ts'

export async function readRaivoZip(
  { bytes }: ImportSource,
  password: string | undefined,
): Promise<ImportReading> {
  const reading = await readZipText(bytes, isRaivoFile, password)
  return 'problem' in reading ? readingOfProblem('raivo', reading) : readAccounts(parseJson(reading.text))
}

export function readRaivo({ json }: ImportSource): Promise<ImportReading> {
  return Promise.resolve(readAccounts(json))
}

function readAccounts(json: unknown): ImportReading {
  const accounts = listOf(json)
  if (accounts === undefined) return refused('raivo', 'file_damaged')
  return collectEntries('raivo', accounts, (account) => entryOfAccount(recordOf(account)))
}

const kinds: ReadonlyMap<string, CodeKind['kind']> = new Map([
  ['TOTP', 'totp'],
  ['HOTP', 'hotp'],
])

/** All values are text. */
function entryOfAccount(record: JsonRecord | undefined): EntryOutcome {
  if (record === undefined) return malformed
  const [issuer, account] = [textOf(record['issuer']), textOf(record['account'])]
  const kind = kinds.get(textOf(record['kind']).toUpperCase())
  if (kind === undefined) return { problem: 'kind_unknown', label: nameOf({ issuer, account }) }
  return entryOf({
    kind,
    issuer,
    account,
    secret: textOf(record['secret']),
    algorithm: record['algorithm'],
    digits: record['digits'],
    period: record['timer'],
    counter: record['counter'],
    pinned: textOf(record['pinned']).toLowerCase() === 'true' || record['pinned'] === true,
  })
}

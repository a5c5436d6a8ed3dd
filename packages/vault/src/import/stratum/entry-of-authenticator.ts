/** Makes an entry of one authenticator of Stratum's backup. */
import type { CodeKind } from '../../entry/entry.ts'
import { nameOf } from '../../entry/name-of.ts'
import { type EntryOutcome, entryOf, malformed } from '../entry-of.ts'
import { decodeHexadecimal } from '../hexadecimal.ts'
import { type JsonRecord, textOf, wholeOf } from '../json-access.ts'

const kinds: readonly (CodeKind['kind'] | undefined)[] = [
  undefined,
  'hotp',
  'totp',
  'motp',
  'steam',
  'yandex',
]
const algorithms: readonly string[] = ['SHA1', 'SHA256', 'SHA512']

/** @param tags by the secret as it is written */
export function entryOfAuthenticator(
  record: JsonRecord | undefined,
  tags: ReadonlyMap<string, readonly string[]>,
): EntryOutcome {
  if (record === undefined) return malformed
  const names = { issuer: textOf(record['Issuer']), account: textOf(record['Username']) }
  const kind = kinds[wholeOf(record['Type']) ?? 0]
  if (kind === undefined) return { problem: 'kind_unknown', label: nameOf(names) }
  const written = textOf(record['Secret'])
  const secret = kind === 'motp' ? decodeHexadecimal(written) : written
  if (secret === undefined) return { problem: 'secret_bad', label: nameOf(names) }
  return entryOf({
    kind,
    ...names,
    secret,
    algorithm: algorithmOf(record['Algorithm']),
    digits: record['Digits'],
    period: record['Period'],
    counter: record['Counter'],
    pin: textOf(record['Pin']),
    tags: tags.get(written) ?? [],
  })
}

/** A number; where there is none, what is usual. */
function algorithmOf(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined
  return algorithms[wholeOf(value) ?? algorithms.length] ?? 'unknown'
}

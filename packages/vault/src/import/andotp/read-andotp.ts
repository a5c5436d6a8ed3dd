/** Reads backups of andOTP: a plain list, or one encrypted in its new or its old way. */
import { decodeBase32 } from '@sallyport/otp'
import type { CodeKind } from '../../entry/entry.ts'
import { nameOf } from '../../entry/name-of.ts'
import { collectEntries, passwordNeeded, passwordWrong, refused } from '../collect-entries.ts'
import { type EntryOutcome, entryOf, malformed } from '../entry-of.ts'
import { decodeHexadecimal } from '../hexadecimal.ts'
import type { ImportReading, ImportSource } from '../import-reading.ts'
import { listOf, recordOf, textOf } from '../json-access.ts'
import { decodeText, parseJson } from '../source.ts'
import { openAndOtp } from './open-andotp.ts'

export function readAndOtp({ json }: ImportSource): Promise<ImportReading> {
  return Promise.resolve(readList(json))
}

export async function readSealedAndOtp(
  { bytes }: ImportSource,
  password: string | undefined,
): Promise<ImportReading> {
  if (password === undefined) return passwordNeeded('andotp')
  const opened = await openAndOtp(bytes, password)
  return opened === undefined ? passwordWrong('andotp') : readList(parseJson(decodeText(opened) ?? ''))
}

function readList(json: unknown): ImportReading {
  const list = listOf(json)
  return list === undefined
    ? refused('andotp', 'file_damaged')
    : collectEntries('andotp', list, entryOfRecord)
}

const kinds: ReadonlyMap<string, CodeKind['kind']> = new Map([
  ['', 'totp'],
  ['TOTP', 'totp'],
  ['HOTP', 'hotp'],
  ['STEAM', 'steam'],
  ['MOTP', 'motp'],
])

function entryOfRecord(record: unknown): EntryOutcome {
  const entry = recordOf(record)
  if (entry === undefined) return malformed
  const { issuer, account } = namesOf(entry['issuer'], textOf(entry['label']))
  const refuse = (problem: 'kind_unknown' | 'secret_bad') => ({ problem, label: nameOf({ issuer, account }) })
  const kind = kinds.get(textOf(entry['type']).toUpperCase())
  if (kind === undefined) return refuse('kind_unknown')
  const secret = kind === 'motp' ? motpKey(textOf(entry['secret'])) : textOf(entry['secret'])
  if (secret === undefined) return refuse('secret_bad')
  return entryOf({
    kind,
    issuer,
    account,
    secret,
    algorithm: entry['algorithm'],
    digits: entry['digits'],
    period: entry['period'],
    counter: entry['counter'],
    tags: (listOf(entry['tags']) ?? []).map(textOf),
  })
}

/** Old versions had a label alone, `Issuer - account`. */
function namesOf(issuer: unknown, label: string): { readonly issuer: string; readonly account: string } {
  const at = label.indexOf(' - ')
  if (typeof issuer === 'string' || at === -1) return { issuer: textOf(issuer), account: label }
  return { issuer: label.slice(0, at).trim(), account: label.slice(at + 3).trim() }
}

/** The base32 of a text that is hexadecimal itself; other apps write the base32 of the bytes. */
function motpKey(secret: string): Uint8Array | string | undefined {
  const read = decodeBase32(secret)
  if (!read.ok) return read.problem === 'empty' ? '' : undefined
  return decodeHexadecimal(decodeText(read.bytes) ?? '?')
}

/** Reads one picture of Google's export: `otpauth-migration://offline?data=` and a protocol buffer in base64. */
import { decodeBase64 } from '../../base64.ts'
import { type EntryOutcome, entryOf } from '../entry-of.ts'
import type { MigrationBatch } from '../import-reading.ts'
import { type Field, readFields, readText } from './protocol-buffer.ts'

export type Migration = { readonly batch: MigrationBatch; readonly outcomes: readonly EntryOutcome[] }

const algorithms: readonly string[] = ['SHA1', 'SHA1', 'SHA256', 'SHA512', 'MD5']
const digits: readonly number[] = [6, 6, 8]
const kinds = ['totp', 'hotp', 'totp'] as const
/** A picture holds ten accounts; more than this many pictures is nobody's export. */
const MOST_PICTURES = 1000

/** The accounts of one picture; undefined for everything that is not a whole one with accounts in it. */
export function readMigration(uri: string): Migration | undefined {
  const data = /^otpauth-migration:\/\/offline\/?\?(?:.*&)?data=([^&]*)/is.exec(uri.trim())?.[1]
  const bytes = data === undefined ? undefined : decodeBase64(decodePercent(data))
  const fields = bytes && readFields(bytes)
  if (fields === undefined) return undefined
  const accounts = fields.filter(({ number }) => number === 1)
  if (accounts.length === 0) return undefined
  const outcomes: EntryOutcome[] = []
  for (const { value } of accounts) {
    const account = value instanceof Uint8Array ? readFields(value) : undefined
    if (account === undefined) return undefined
    outcomes.push(entryOfFields(account))
  }
  return { batch: batchOf(fields), outcomes }
}

/** There is no period in it: 30 seconds are meant. */
function entryOfFields(fields: readonly Field[]): EntryOutcome {
  const { issuer, account } = namesOf(textIn(fields, 2), textIn(fields, 3))
  const label = [issuer, account].filter((name) => name !== '').join(', ')
  const algorithm = algorithms[numberIn(fields, 4)]
  if (algorithm === undefined) return { problem: 'algorithm_unknown', label }
  const length = digits[numberIn(fields, 5)]
  if (length === undefined) return { problem: 'digits_bad', label }
  const kind = kinds[numberIn(fields, 6)]
  if (kind === undefined) return { problem: 'kind_unknown', label }
  const secret = valueIn(fields, 1)
  return entryOf({
    kind,
    issuer,
    account,
    secret: secret instanceof Uint8Array ? secret : '',
    algorithm,
    digits: length,
    counter: valueIn(fields, 7) ?? 0n,
  })
}

/** The name is often `Issuer:account`, with or without an issuer of its own beside it. */
function namesOf(name: string, issuer: string): { readonly issuer: string; readonly account: string } {
  const colon = name.indexOf(':')
  const [prefix, rest] = colon === -1 ? ['', name] : [name.slice(0, colon), name.slice(colon + 1).trim()]
  if (issuer === '') return { issuer: prefix.trim(), account: rest }
  const isPrefixed = prefix.trim().toLowerCase() === issuer.toLowerCase()
  return { issuer, account: isPrefixed ? rest : name }
}

/** Writers leave zeros out, and a size of nothing means one picture. */
function batchOf(fields: readonly Field[]): MigrationBatch {
  const size = Math.max(1, Math.min(MOST_PICTURES, numberIn(fields, 3)))
  const index = Math.max(0, Math.min(size - 1, numberIn(fields, 4)))
  return { id: numberIn(fields, 5), index, size }
}

function valueIn(fields: readonly Field[], number: number): Field['value'] | undefined {
  return fields.find((field) => field.number === number)?.value
}

/** An int32, which is written as ten bytes when it is below zero. */
function numberIn(fields: readonly Field[], number: number): number {
  const value = valueIn(fields, number)
  return typeof value === 'bigint' ? Number(BigInt.asIntN(32, value)) : 0
}

function textIn(fields: readonly Field[], number: number): string {
  const value = valueIn(fields, number)
  return value instanceof Uint8Array ? readText(value).trim() : ''
}

/** A plus stays a plus: it is a digit of base64. */
function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Makes an entry of one of the extension's, once it is open. */
import { nameOf } from '../../entry/name-of.ts'
import { type EntryOutcome, type EntryParts, entryOf, malformed } from '../entry-of.ts'
import { decodeHexadecimal } from '../hexadecimal.ts'
import { type JsonRecord, recordOf, textOf } from '../json-access.ts'

/** By name, or by the number that old versions wrote. */
const types: readonly (readonly [name: string, number: string])[] = [
  ['totp', '1'],
  ['hotp', '2'],
  ['battle', '3'],
  ['steam', '4'],
  ['hex', '5'],
  ['hhex', '6'],
]
/** Behind 3 stand those of GOST. */
const algorithms: ReadonlyMap<string, string> = new Map([
  ['1', 'SHA1'],
  ['2', 'SHA256'],
  ['3', 'SHA512'],
])
/** Very old versions put the kind before the secret. */
const prefixes: ReadonlyMap<string, string> = new Map([
  ['blz', 'battle'],
  ['bliz', 'battle'],
  ['stm', 'steam'],
])
const BASE32 = /^[a-z2-7\s]+=*$/i
const BATTLE_DIGITS = 8

export function entryOfStorage(value: unknown): EntryOutcome {
  const record = recordOf(value)
  if (record === undefined) return malformed
  const names = namesOf(record)
  const [, prefix, rest] = /^(blz|bliz|stm)-(.*)$/s.exec(textOf(record['secret'])) ?? []
  const type = prefixes.get(prefix ?? '') ?? typeOf(record)
  if (type === undefined) return { problem: 'kind_unknown', label: nameOf(names) }
  const written = rest ?? textOf(record['secret'])
  const secret = secretOf(type, written)
  if (secret === undefined) return { problem: 'secret_bad', label: nameOf(names) }
  const algorithm = textOf(record['algorithm'])
  return entryOf({
    ...shapeOf(type, record),
    ...names,
    secret,
    algorithm: algorithms.get(algorithm) ?? algorithm,
    pinned: record['pinned'] === true,
  })
}

/** A site's address may follow the issuer, by which the extension finds the entry for a page. */
function namesOf(record: JsonRecord): { issuer: string; account: string } {
  const [issuer = ''] = textOf(record['issuer']).split('::')
  return { issuer, account: textOf(record['account']) }
}

function typeOf(record: JsonRecord): string | undefined {
  const written = textOf(record['type']).toLowerCase()
  if (written === '') return 'totp'
  return types.find(([name, number]) => written === name || written === number)?.[0]
}

/** Hexadecimal where the type says so, and where it cannot be base32. */
function secretOf(type: string, written: string): string | Uint8Array | undefined {
  const isHex = type === 'hex' || type === 'hhex' || (!BASE32.test(written) && /^[0-9a-f]+$/i.test(written))
  return isHex && written !== '' ? decodeHexadecimal(written) : written
}

function shapeOf(
  type: string,
  { digits, period, counter }: JsonRecord,
): Pick<EntryParts, 'kind' | 'digits' | 'period' | 'counter'> {
  if (type === 'steam') return { kind: 'steam' }
  if (type === 'battle') return { kind: 'totp', digits: BATTLE_DIGITS, period }
  const isCounted = type === 'hotp' || type === 'hhex'
  return { kind: isCounted ? 'hotp' : 'totp', digits, period, counter }
}

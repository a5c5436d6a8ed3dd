/** Reads the backup of 2FAS, plain or encrypted, of all versions of its schema (1 to 4). */
import { decodeBase64 } from '../../base64.ts'
import type { CodeKind } from '../../entry/entry.ts'
import { nameOf } from '../../entry/name-of.ts'
import { pbkdf2 } from '../../kdf/bounded.ts'
import { collectEntries, passwordNeeded, passwordWrong, refused } from '../collect-entries.ts'
import { type EntryOutcome, entryOf, malformed } from '../entry-of.ts'
import type { ImportReading, ImportSource } from '../import-reading.ts'
import { type JsonRecord, listOf, recordOf, textOf } from '../json-access.ts'
import { openGcm } from '../open-sealed.ts'
import { decodeText, parseJson } from '../source.ts'

const COST = { hash: 'SHA-256', rounds: 10_000 } as const

export async function readTwoFas(
  { json }: ImportSource,
  password: string | undefined,
): Promise<ImportReading> {
  const backup = recordOf(json) ?? {}
  const sealed = textOf(backup['servicesEncrypted'])
  if (sealed === '') return readServices(backup['services'], backup['groups'])
  const [data, salt, nonce, ...more] = sealed.split(':').map(decodeBase64)
  if (data === undefined || salt === undefined || nonce === undefined || more.length > 0)
    return refused('2fas', 'file_damaged')
  if (password === undefined) return passwordNeeded('2fas')
  const key = await pbkdf2(password, salt, COST)
  if (typeof key === 'string') return refused('2fas', key)
  const services = await openGcm(key, nonce, data)
  if (services === undefined) return passwordWrong('2fas')
  return readServices(parseJson(decodeText(services) ?? ''), backup['groups'])
}

function readServices(services: unknown, groups: unknown): ImportReading {
  const records = listOf(services)
  if (records === undefined) return refused('2fas', 'file_damaged')
  const names = new Map(
    (listOf(groups) ?? [])
      .map((group) => recordOf(group) ?? {})
      .map((group) => [textOf(group['id']), textOf(group['name'])]),
  )
  return collectEntries('2fas', records, (service) => entryOfService(recordOf(service), names))
}

const kinds: ReadonlyMap<string, CodeKind['kind']> = new Map([
  ['', 'totp'],
  ['TOTP', 'totp'],
  ['HOTP', 'hotp'],
  ['STEAM', 'steam'],
])

/** What an old schema does not have yet takes its default; a group is a tag. */
function entryOfService(service: JsonRecord | undefined, groups: ReadonlyMap<string, string>): EntryOutcome {
  if (service === undefined) return malformed
  const otp = recordOf(service['otp']) ?? {}
  const issuer = textOf(otp['issuer']) || textOf(service['name'])
  const account = textOf(otp['account']) || textOf(otp['label'])
  const kind = kinds.get(textOf(otp['tokenType']).toUpperCase())
  if (kind === undefined) return { problem: 'kind_unknown', label: nameOf({ issuer, account }) }
  return entryOf({
    kind,
    issuer,
    account,
    secret: textOf(service['secret']),
    algorithm: otp['algorithm'],
    digits: otp['digits'],
    period: otp['period'],
    counter: otp['counter'],
    tags: [groups.get(textOf(service['groupId'])) ?? ''],
  })
}

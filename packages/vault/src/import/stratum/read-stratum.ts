/** Reads Stratum's backup (once Authenticator Pro): plain, encrypted, or encrypted in its older way. */
import { argon2, pbkdf2 } from '../../kdf/bounded.ts'
import { collectEntries, passwordNeeded, passwordWrong, refused } from '../collect-entries.ts'
import type { ImportReading, ImportSource } from '../import-reading.ts'
import { listOf, recordOf, textOf } from '../json-access.ts'
import { openCbc, openGcm } from '../open-sealed.ts'
import { decodeText, parseJson } from '../source.ts'
import { entryOfAuthenticator } from './entry-of-authenticator.ts'

const MARK_BYTES = 16
const STRONG_COST = { memoryKiB: 65_536, passes: 3, lanes: 4 } as const
const LEGACY_COST = { hash: 'SHA-1', rounds: 64_000 } as const
const BLOCK_BYTES = 16

export function readStratum({ json }: ImportSource): Promise<ImportReading> {
  return Promise.resolve(readBackup(json))
}

/** Salt of 16 bytes, nonce of 12, AES-GCM. */
export async function readStrongStratum(
  { bytes }: ImportSource,
  password: string | undefined,
): Promise<ImportReading> {
  const { salt, nonce, sealed } = split(bytes, 16, 12)
  if (sealed.length < BLOCK_BYTES) return refused('stratum', 'file_damaged')
  if (password === undefined) return passwordNeeded('stratum')
  const key = await argon2(password, salt, STRONG_COST)
  if (typeof key === 'string') return refused('stratum', key)
  const opened = await openGcm(key, nonce, sealed)
  return opened === undefined ? passwordWrong('stratum') : readBackup(parseJson(decodeText(opened) ?? ''))
}

/** Salt of 20 bytes, AES-CBC with an initial value of 16: what opens to no JSON was opened with another password. */
export async function readLegacyStratum(
  { bytes }: ImportSource,
  password: string | undefined,
): Promise<ImportReading> {
  const { salt, nonce, sealed } = split(bytes, 20, 16)
  if (sealed.length === 0 || sealed.length % BLOCK_BYTES !== 0) return refused('stratum', 'file_damaged')
  if (password === undefined) return passwordNeeded('stratum')
  const key = await pbkdf2(password, salt, LEGACY_COST)
  if (typeof key === 'string') return refused('stratum', key)
  const json = parseJson(decodeText((await openCbc(key, nonce, sealed)) ?? new Uint8Array(0)) ?? '')
  return json === undefined ? passwordWrong('stratum') : readBackup(json)
}

function split(bytes: Uint8Array, saltBytes: number, nonceBytes: number) {
  const saltEnd = MARK_BYTES + saltBytes
  const nonceEnd = saltEnd + nonceBytes
  return {
    salt: bytes.subarray(MARK_BYTES, saltEnd),
    nonce: bytes.subarray(saltEnd, nonceEnd),
    sealed: bytes.subarray(nonceEnd),
  }
}

function readBackup(json: unknown): ImportReading {
  const backup = recordOf(json) ?? {}
  const authenticators = listOf(backup['Authenticators'])
  if (authenticators === undefined) return refused('stratum', 'file_damaged')
  const tags = tagsBySecret(backup['Categories'], backup['AuthenticatorCategories'])
  return collectEntries('stratum', authenticators, (item) => entryOfAuthenticator(recordOf(item), tags))
}

/** Categories are bound to a secret, not to an entry. */
function tagsBySecret(categories: unknown, bindings: unknown): ReadonlyMap<string, readonly string[]> {
  const names = new Map(
    (listOf(categories) ?? [])
      .map((category) => recordOf(category) ?? {})
      .map((category) => [textOf(category['Id']), textOf(category['Name'])]),
  )
  const tags = new Map<string, readonly string[]>()
  for (const item of listOf(bindings) ?? []) {
    const binding = recordOf(item) ?? {}
    const secret = textOf(binding['AuthenticatorSecret'])
    const name = names.get(textOf(binding['CategoryId'])) ?? ''
    tags.set(secret, [...(tags.get(secret) ?? []), name])
  }
  return tags
}

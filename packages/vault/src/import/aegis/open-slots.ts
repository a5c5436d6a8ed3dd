/** Opens an encrypted vault of Aegis by the slots that have a password. */
import { concatBytes } from '@noble/hashes/utils.js'
import { decodeBase64 } from '../../base64.ts'
import { scrypt } from '../../kdf/bounded.ts'
import { decodeHexadecimal } from '../hexadecimal.ts'
import { type JsonRecord, listOf, recordOf, textOf, wholeOf } from '../json-access.ts'
import { openGcm } from '../open-sealed.ts'

const PASSWORD_SLOT = 1
/** The usual one and one of the backup; each costs a derivation. */
const MOST_SLOTS = 8

type Refusal =
  | 'password_needed'
  | 'password_wrong'
  | 'file_damaged'
  | 'derivation_too_costly'
  /** Only the phone's own key opens it. */
  | 'bound_to_account'

/** Tries every slot with a password, since a vault may have one of its own for backups. */
export async function openVaultOfAegis(
  header: JsonRecord,
  db: string,
  password: string | undefined,
): Promise<Uint8Array | Refusal> {
  const records = listOf(header['slots'])?.map((slot) => recordOf(slot) ?? {})
  const sealed = decodeBase64(db)
  if (!records?.length || !sealed?.length) return 'file_damaged'
  const slots = records.filter((slot) => wholeOf(slot['type']) === PASSWORD_SLOT)
  if (slots.length === 0) return 'bound_to_account'
  if (slots.length > MOST_SLOTS) return 'derivation_too_costly'
  if (password === undefined) return 'password_needed'
  let refusal: Refusal = 'password_wrong'
  for (const slot of slots) {
    const masterKey = await openSlot(slot, password)
    if (typeof masterKey !== 'string')
      return (await openWithTag(masterKey, header['params'], sealed)) ?? 'file_damaged'
    if (masterKey !== 'password_wrong') refusal = masterKey
  }
  return refusal
}

async function openSlot(slot: JsonRecord, password: string): Promise<Uint8Array | Refusal> {
  const salt = decodeHexadecimal(textOf(slot['salt']))
  const wrapped = decodeHexadecimal(textOf(slot['key']))
  if (salt === undefined || wrapped === undefined || wrapped.length !== 32) return 'file_damaged'
  const [n, r, p] = [slot['n'], slot['r'], slot['p']].map((cost) => wholeOf(cost) ?? 0)
  const key = await scrypt(password, salt, { n: n ?? 0, r: r ?? 0, p: p ?? 0 })
  if (typeof key === 'string') return key
  return (await openWithTag(key, slot['key_params'], wrapped)) ?? 'password_wrong'
}

/** Aegis keeps nonce and tag beside what they belong to. */
function openWithTag(key: Uint8Array, params: unknown, sealed: Uint8Array): Promise<Uint8Array | undefined> {
  const { nonce, tag } = recordOf(params) ?? {}
  const whole = concatBytes(sealed, decodeHexadecimal(textOf(tag)) ?? new Uint8Array(0))
  return openGcm(key, decodeHexadecimal(textOf(nonce)) ?? new Uint8Array(0), whole)
}

/** What the entries of a backup are encrypted with, in the three ways that the extension has had. */
import { bytesToHex } from '@noble/hashes/utils.js'
import { encodeBase64 } from '../../base64.ts'
import { argon2 } from '../../kdf/bounded.ts'
import { type JsonRecord, recordOf, textOf } from '../json-access.ts'
import { openCryptoJs } from './open-cryptojs.ts'

/** Version 3: of a key's identifier. Before, of the empty text: one for all. */
export type Passphrases = ReadonlyMap<string, string>

const COST = { memoryKiB: 19 * 1024, passes: 2, lanes: 1 } as const
/** The extension has one; a few more are left from changes of the password. */
const MOST_KEYS = 8

/**
 * In version 3 the password and a key's salt give the passphrase, in version 2 the password opens it, and in version 1 it
 * is the password itself.
 */
export async function passphrasesOf(
  storage: JsonRecord,
  password: string,
): Promise<Passphrases | 'password_wrong' | 'derivation_too_costly' | 'file_damaged'> {
  const keys = Object.values(storage).flatMap((value) => {
    const record = recordOf(value)
    return record?.['dataType'] === 'Key' ? [record] : []
  })
  if (keys.length > 0) return deriveAll(keys, password)
  const sealed = textOf(recordOf(storage['key'])?.['enc']) || textOf(storage['enc'])
  if (sealed === '') return new Map([['', password]])
  const key = await openCryptoJs(sealed, password)
  return key === undefined ? 'password_wrong' : new Map([['', bytesToHex(key)]])
}

async function deriveAll(
  keys: readonly JsonRecord[],
  password: string,
): Promise<Passphrases | 'derivation_too_costly' | 'file_damaged'> {
  if (keys.length > MOST_KEYS) return 'derivation_too_costly'
  const passphrases = new Map<string, string>()
  for (const key of keys) {
    const salt = new TextEncoder().encode(textOf(key['salt']))
    const derived = await argon2(password, salt, COST)
    if (typeof derived === 'string') return derived
    passphrases.set(textOf(key['id']), encodeBase64(derived).replace(/=+$/, ''))
  }
  return passphrases
}

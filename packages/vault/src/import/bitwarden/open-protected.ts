/** Opens an export of Bitwarden that is protected by a password of its own. */
import { expand } from '@noble/hashes/hkdf.js'
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes } from '@noble/hashes/utils.js'
import { decodeBase64 } from '../../base64.ts'
import { argon2, type Derivation, pbkdf2 } from '../../kdf/bounded.ts'
import { type JsonRecord, textOf, wholeOf } from '../json-access.ts'
import { openCbc } from '../open-sealed.ts'

type Refusal = 'password_wrong' | 'file_damaged' | 'derivation_too_costly'
type Keys = { readonly encryption: Uint8Array; readonly authentication: Uint8Array }

/** The export's JSON. A member of its own tells whether the password is right. */
export async function openProtected(file: JsonRecord, password: string): Promise<Uint8Array | Refusal> {
  const master = await masterKey(file, password)
  if (typeof master === 'string') return master
  const keys = {
    encryption: expand(sha256, master, utf8('enc'), 32),
    authentication: expand(sha256, master, utf8('mac'), 32),
  }
  const validation = textOf(file['encKeyValidation_DO_NOT_EDIT'])
  if (validation !== '') {
    const opened = await openField(validation, keys)
    if (typeof opened === 'string') return opened
  }
  const data = await openField(textOf(file['data']), keys)
  return data === 'password_wrong' && validation !== '' ? 'file_damaged' : data
}

/** The salt is the text as it stands, and for argon2id its hash. */
async function masterKey(file: JsonRecord, password: string): Promise<Derivation> {
  const salt = utf8(typeof file['salt'] === 'string' ? file['salt'] : '')
  const rounds = wholeOf(file['kdfIterations']) ?? 0
  switch (wholeOf(file['kdfType'])) {
    case 0:
      return pbkdf2(password, salt, { hash: 'SHA-256', rounds })
    case 1:
      return argon2(password, sha256(salt), {
        memoryKiB: (wholeOf(file['kdfMemory']) ?? 0) * 1024,
        passes: rounds,
        lanes: wholeOf(file['kdfParallelism']) ?? 0,
      })
    default:
      return 'file_damaged'
  }
}

/** `2.` and three parts in base64: the initial vector, the ciphertext, and a HMAC over both. */
async function openField(field: string, keys: Keys): Promise<Uint8Array | Refusal> {
  const [iv, sealed, mac, ...more] = /^2\./.test(field) ? field.slice(2).split('|').map(decodeBase64) : []
  if (iv?.length !== 16 || sealed === undefined || mac?.length !== 32 || more.length > 0)
    return 'file_damaged'
  const expected = hmac(sha256, keys.authentication, concatBytes(iv, sealed))
  if (!expected.every((byte, index) => byte === mac[index])) return 'password_wrong'
  return (await openCbc(keys.encryption, iv, sealed)) ?? 'file_damaged'
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

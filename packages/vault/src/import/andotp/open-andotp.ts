/** Opens what andOTP has encrypted. Neither of its two ways leaves a mark, so both are tried. */
import { sha256 } from '@noble/hashes/sha2.js'
import { pbkdf2 } from '../../kdf/bounded.ts'
import { openGcm } from '../open-sealed.ts'

const NONCE_BYTES = 12
const SALT_BYTES = 12

/** Undefined where the password does not open it in either way. */
export async function openAndOtp(bytes: Uint8Array, password: string): Promise<Uint8Array | undefined> {
  return (await openNew(bytes, password)) ?? openOld(bytes, password)
}

/** Rounds (the app writes 140,000 to 160,000; in a file of the old way they are chance), salt, nonce, ciphertext and tag. */
async function openNew(bytes: Uint8Array, password: string): Promise<Uint8Array | undefined> {
  const rounds = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0)
  const salt = bytes.subarray(4, 4 + SALT_BYTES)
  const key = await pbkdf2(password, salt, { hash: 'SHA-1', rounds })
  if (typeof key === 'string') return undefined
  const at = 4 + SALT_BYTES
  return openGcm(key, bytes.subarray(at, at + NONCE_BYTES), bytes.subarray(at + NONCE_BYTES))
}

/** Nonce, ciphertext and tag; the key is the password's bare hash. */
function openOld(bytes: Uint8Array, password: string): Promise<Uint8Array | undefined> {
  const key = sha256(new TextEncoder().encode(password))
  return openGcm(key, bytes.subarray(0, NONCE_BYTES), bytes.subarray(NONCE_BYTES))
}

/** Opens what CryptoJS encrypts with a passphrase: the format of `openssl enc -md md5`. */
import { md5 } from '@noble/hashes/legacy.js'
import { decodeBase64 } from '../../base64.ts'
import { openCbc } from '../open-sealed.ts'

const MARK = 'Salted__'
const HEAD_BYTES = 16
const KEY_BYTES = 32
const IV_BYTES = 16

/** Undefined where it is no such text, or the padding does not fit; a fitting one proves little. */
export async function openCryptoJs(text: string, passphrase: string): Promise<Uint8Array | undefined> {
  const bytes = decodeBase64(text)
  if (bytes === undefined || String.fromCharCode(...bytes.subarray(0, MARK.length)) !== MARK) return undefined
  const derived = derive(new TextEncoder().encode(passphrase), bytes.subarray(MARK.length, HEAD_BYTES))
  return openCbc(derived.subarray(0, KEY_BYTES), derived.subarray(KEY_BYTES), bytes.subarray(HEAD_BYTES))
}

/** One round of EVP_BytesToKey: each hash covers the one before it. */
function derive(passphrase: Uint8Array, salt: Uint8Array): Uint8Array {
  const derived = new Uint8Array(KEY_BYTES + IV_BYTES)
  let hash: Uint8Array = new Uint8Array(0)
  for (let at = 0; at < derived.length; at += hash.length) {
    hash = md5(Uint8Array.of(...hash, ...passphrase, ...salt))
    derived.set(hash, at)
  }
  return derived
}

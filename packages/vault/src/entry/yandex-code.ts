/** Yandex's codes: eight letters out of a key and a PIN. */
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'

const KEY_BYTES = 16
const LETTERS = 8
const ALPHABET = 26n
export const YANDEX_PERIOD_SECONDS = 30

/**
 * Computes the code of a moment. Of a typed secret the first 16 bytes are the key; the rest is a checksum.
 *
 * Throws: RangeError for a key below 16 bytes.
 */
export function yandexCode(secret: Uint8Array, pin: string, unixSeconds: number): string {
  if (secret.length < KEY_BYTES) throw new RangeError(`a key of Yandex has ${KEY_BYTES} bytes`)
  const key = keyOf(secret, pin)
  const step = new Uint8Array(8)
  new DataView(step.buffer).setBigUint64(0, BigInt(Math.floor(unixSeconds / YANDEX_PERIOD_SECONDS)))
  const digest = hmac(sha256, key, step)
  const offset = (digest[digest.length - 1] ?? 0) & 15
  const view = new DataView(digest.buffer, digest.byteOffset)
  let value = (view.getBigUint64(offset) & 0x7fff_ffff_ffff_ffffn) % ALPHABET ** BigInt(LETTERS)
  let code = ''
  for (let place = 0; place < LETTERS; place += 1) {
    code = String.fromCharCode(97 + Number(value % ALPHABET)) + code
    value /= ALPHABET
  }
  return code
}

/** A leading zero byte of the digest is dropped: the original treats it as a number. */
function keyOf(secret: Uint8Array, pin: string): Uint8Array {
  const digest = sha256
    .create()
    .update(new TextEncoder().encode(pin))
    .update(secret.subarray(0, KEY_BYTES))
    .digest()
  return digest[0] === 0 ? digest.subarray(1) : digest
}

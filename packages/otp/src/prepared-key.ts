/** A key made ready to compute many codes: whoever looks through a window of time steps needs one. */
import { hashNamed } from './hash/hash-named.ts'
import { type HmacKey, hmacKey, hmacOfCounter, swapBytes } from './hmac.ts'
import type { Algorithm } from './shape.ts'
import { wholeNumber } from './whole-number.ts'

export type PreparedKey = {
  readonly key: HmacKey
  readonly digits: number
  /** 10 to the power of the digits; of no use with ten of them, since truncation gives no number that long. */
  readonly modulus: number
  readonly mac: Int32Array
}

/**
 * Makes a key ready.
 *
 * Throws: RangeError if the key is empty or the digits are not 1 to 10.
 */
export function prepareKey(key: Uint8Array, algorithm: Algorithm, digits: number): PreparedKey {
  if (key.length === 0) throw new RangeError('the key is empty')
  wholeNumber('digits', digits, 1, 10)
  const hash = hashNamed[algorithm]
  return {
    key: hmacKey(hash, key),
    digits,
    modulus: 10 ** Math.min(digits, 9),
    mac: new Int32Array(hash.initial.length),
  }
}

/** Overwrites what was computed from the key. The engine may hold copies; this is care, not a promise. */
export function forgetKey(prepared: PreparedKey): void {
  prepared.key.inner.fill(0)
  prepared.key.outer.fill(0)
  prepared.mac.fill(0)
}

/** The code of a time step, as a number below 2^31. */
export function codeAtStep(prepared: PreparedKey, step: number): number {
  return codeAtCounter(prepared, Math.floor(step / 2 ** 32), step)
}

/**
 * The code of a counter of 64 bits, as a number below 2^31: HMAC, then dynamic truncation (RFC 4226, 5.3).
 *
 * Truncation may reach the nineteenth byte, and MD5 has sixteen: bytes past its end count as zero. Apps that know
 * MD5 at all fail on such codes and agree on the others.
 */
export function codeAtCounter(prepared: PreparedKey, high: number, low: number): number {
  const { key, mac, digits, modulus } = prepared
  const { littleEndian, digestBytes } = key.hash
  hmacOfCounter(key, high, low, mac)
  if (littleEndian) for (let i = 0; i < mac.length; i++) mac[i] = swapBytes(mac[i] as number)

  const offset = (mac[(digestBytes >>> 2) - 1] as number) & 15
  const word = offset >>> 2
  const shift = (offset & 3) << 3
  // Two shifts, because one by 32 would be none.
  const next = ((mac[word + 1] ?? 0) >>> 1) >>> (31 - shift)
  const truncated = (((mac[word] as number) << shift) | next) & 0x7fffffff
  return digits === 10 ? truncated : truncated % modulus
}

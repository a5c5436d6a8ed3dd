/** HOTP (RFC 4226): the code of a counter. */
import { codeAtCounter, forgetKey, prepareKey } from './prepared-key.ts'
import type { Algorithm } from './shape.ts'

/**
 * Computes the code of a counter, zeros kept on the left.
 *
 * @param key the shared secret as bytes, at least one
 * @param counter below 2^64; beyond 2^53 as a bigint
 * @param options SHA1 and 6 digits where nothing is said; 1 to 10 digits
 *
 * Throws: RangeError for an empty key, or a counter or digits out of range.
 *
 * RFC 4226, 5.3 and 5.4.
 */
export function hotp(
  key: Uint8Array,
  counter: number | bigint,
  options: { readonly algorithm?: Algorithm; readonly digits?: number } = {},
): string {
  const { algorithm = 'SHA1', digits = 6 } = options
  if (typeof counter === 'number' && !Number.isSafeInteger(counter))
    throw new RangeError(`counter is ${counter}; beyond 2^53 it must be a bigint`)
  const wide = BigInt(counter)
  if (wide < 0n || wide >= 1n << 64n) throw new RangeError(`counter is ${wide}; it must be below 2^64`)

  const prepared = prepareKey(key, algorithm, digits)
  const code = codeAtCounter(prepared, Number(wide >> 32n), Number(wide & 0xffffffffn))
  forgetKey(prepared)
  return String(code).padStart(digits, '0')
}

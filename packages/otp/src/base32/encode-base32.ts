/** Writes bytes as base32. */
import { base32Alphabet } from './base32-alphabet.ts'

/** Encodes bytes in the canonical form: upper case, without padding, unused bits zero (RFC 4648, 6 and 3.2). */
export function encodeBase32(bytes: Uint8Array): string {
  let text = ''
  let bits = 0
  let waiting = 0
  for (const byte of bytes) {
    bits = (bits << 8) | byte
    waiting += 8
    while (waiting >= 5) {
      waiting -= 5
      text += base32Alphabet.charAt((bits >>> waiting) & 31)
    }
    bits &= (1 << waiting) - 1
  }
  return waiting > 0 ? text + base32Alphabet.charAt((bits << (5 - waiting)) & 31) : text
}

/** mOTP's codes: the beginning of an MD5 over the time, the key as text, and a PIN. */
import { md5 } from '@noble/hashes/legacy.js'
import { bytesToHex } from '@noble/hashes/utils.js'

export const MOTP_PERIOD_SECONDS = 10
const DIGITS = 6

/** Computes the code of a moment: six hexadecimal digits. */
export function motpCode(secret: Uint8Array, pin: string, unixSeconds: number): string {
  const text = `${Math.floor(unixSeconds / MOTP_PERIOD_SECONDS)}${bytesToHex(secret)}${pin}`
  return bytesToHex(md5(new TextEncoder().encode(text))).slice(0, DIGITS)
}

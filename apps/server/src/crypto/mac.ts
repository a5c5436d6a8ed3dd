/** Keyed hashes for what is short enough to be guessed: codes by mail and phone, names of strangers. */
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import type { DataKeys } from './data-keys.ts'

export type MacPurpose = 'code' | 'stranger' | 'wrong_password' | 'dry_run' | 'bypass_code'

export type Mac = {
  /** HMAC-SHA-256 over length-prefixed parts, base64url, led by the key's id. */
  readonly make: (purpose: MacPurpose, parts: readonly string[]) => string
  /** Compares in constant time; also under an older key. */
  readonly matches: (purpose: MacPurpose, parts: readonly string[], mac: string) => boolean
}

/** Keys are derived from the data keys, one for each purpose (security.md 5.1, S4). */
export function makeMac(keys: DataKeys): Mac {
  return {
    make(purpose, parts) {
      const { keyId, key } = keys.active()
      return `${keyId}.${digest(key, purpose, parts).toString('base64url')}`
    },
    matches(purpose, parts, mac) {
      const [keyId, expected] = mac.split('.')
      const key = keyId === undefined ? undefined : keys.find(keyId)
      if (key === undefined || expected === undefined) return false
      return bytesEqual(digest(key, purpose, parts), Buffer.from(expected, 'base64url'))
    },
  }
}

/** Compares two byte strings in constant time for equal lengths. */
export function bytesEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b)
}

function digest(dataKey: Uint8Array, purpose: MacPurpose, parts: readonly string[]): Buffer {
  const hmac = createHmac('sha256', new Uint8Array(hkdfSync('sha256', dataKey, '', `v1:mac:${purpose}`, 32)))
  for (const part of parts) hmac.update(`${Buffer.byteLength(part)}:`).update(part)
  return hmac.digest()
}

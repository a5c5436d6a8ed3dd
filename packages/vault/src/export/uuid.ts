/** UUIDs of version 4 (RFC 9562, 5.4), as other apps name their records. */
import { bytesToHex } from '@noble/hashes/utils.js'
import type { Random } from '../random.ts'

export function newUuid(random: Random): string {
  return uuidOf(bytesToHex(random.bytes(16)))
}

/** The same for the same entry in every export, so that the other app knows it again. */
export function uuidOf(id: string): string {
  const variant = ((Number.parseInt(id.charAt(16), 16) & 3) | 8).toString(16)
  return `${id.slice(0, 8)}-${id.slice(8, 12)}-4${id.slice(13, 16)}-${variant}${id.slice(17, 20)}-${id.slice(20, 32)}`
}

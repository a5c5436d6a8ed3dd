/** Plain digests, so that one folder alone imports the cryptography of the platform. */
import { createHash } from 'node:crypto'

/** SHA-256 of UTF-8 text, in hexadecimal. */
export function sha256Hex(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
